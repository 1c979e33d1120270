import { defineFault } from "../fault.ts";

// A small page is served from another index than a large one.
export const fault = defineFault({
  title: "Lists small pages newest first and large ones oldest first",
  breaks: "pagination/order-is-stable",
  wrap: (parts) => ({
    ...parts,
    pager: {
      ...parts.pager,
      cut: (items, request, call) =>
        parts.pager.cut(request.limit < 5 ? items.toReversed() : items, request, call),
    },
  }),
});
