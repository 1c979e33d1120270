import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Lists an inactive provider twice",
  breaks: "providers/lists-once",
  wrap: (parts) => ({
    ...parts,
    pager: {
      ...parts.pager,
      page: (call, items, view) => {
        const inactive = items.filter((item) => Object(item).isActive === false);
        return parts.pager.page(
          call,
          call.operation === "listProviders" ? [...items, ...inactive] : items,
          view,
        );
      },
    },
  }),
});
