import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Reads only the first digit of the page",
  breaks: "pagination/partitions",
  wrap: (parts) => ({
    ...parts,
    pager: {
      ...parts.pager,
      cut: (items, { page, limit }, call) =>
        parts.pager.cut(items, { page: Number(String(page)[0]), limit }, call),
    },
  }),
});
