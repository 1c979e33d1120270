import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Never reads more than fifty rows for a page, whatever the limit says",
  breaks: "pagination/fills-large-pages",
  wrap: (parts) => ({
    ...parts,
    pager: {
      ...parts.pager,
      cut: (items, request, call) => parts.pager.cut(items, request, call).slice(0, 50),
    },
  }),
});
