import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Skips an application between the first page and the second",
  breaks: "pagination/shared-list-is-whole",
  wrap: (parts) => ({
    ...parts,
    pager: {
      ...parts.pager,
      cut: (items, { page, limit }, call) => {
        const skipped = call.operation === "listApplications" && page > 1 ? 1 : 0;
        return items.slice((page - 1) * limit + skipped, page * limit + skipped);
      },
    },
  }),
});
