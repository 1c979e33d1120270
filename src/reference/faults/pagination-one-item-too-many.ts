import { defineFault } from "../fault.ts";

// The item more that is fetched to see whether there is a next page is not taken off again.
export const fault = defineFault({
  title: "Puts one item more on a page than the limit",
  breaks: "pagination/respects-limit",
  wrap: (parts) => ({
    ...parts,
    pager: {
      ...parts.pager,
      cut: (items, { page, limit }) => items.slice((page - 1) * limit, page * limit + 1),
    },
  }),
});
