import { defineFault } from "../fault.ts";

// What the caller may not see is taken out after the page was cut.
export const fault = defineFault({
  title: "Leaves an item out of the second page",
  breaks: "pagination/fills-pages",
  wrap: (parts) => ({
    ...parts,
    pager: {
      ...parts.pager,
      cut: (items, request, call) =>
        parts.pager.cut(items, request, call).filter((_, i) => request.page !== 2 || i > 0),
    },
  }),
});
