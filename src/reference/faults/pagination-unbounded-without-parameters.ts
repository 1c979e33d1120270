import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Answers the whole list at once when no parameters are given",
  breaks: "pagination/starts-at-one",
  wrap: (parts) => ({
    ...parts,
    pager: {
      ...parts.pager,
      cut: (items, request, call) => (call.query.size === 0 ? items : parts.pager.cut(items, request, call)),
    },
  }),
});
