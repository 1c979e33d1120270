import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Lists active providers only",
  breaks: "providers/lists-once",
  wrap: (parts) => ({
    ...parts,
    pager: {
      ...parts.pager,
      page: (call, items, view) => {
        const active = items.filter((item) => Object(item).isActive !== false);
        return parts.pager.page(call, call.operation === "listProviders" ? active : items, view);
      },
    },
  }),
});
