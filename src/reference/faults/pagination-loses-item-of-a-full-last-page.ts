import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Loses the last item when it fills the last page",
  breaks: "pagination/partitions",
  wrap: (parts) => ({
    ...parts,
    pager: {
      ...parts.pager,
      cut: (items, request, call) =>
        parts.pager.cut(
          items.length === request.page * request.limit ? items.slice(0, -1) : items,
          request,
          call,
        ),
    },
  }),
});
