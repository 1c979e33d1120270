import { defineFault } from "../fault.ts";

// As parsers of nested queries do, which make an object or an array of it.
export const fault = defineFault({
  title: "Falls over a parameter of a list with brackets",
  breaks: "pagination/survives-odd-queries",
  wrap: (parts) => ({
    ...parts,
    pager: {
      ...parts.pager,
      read: (call) => {
        if ([...call.query.keys()].some((name) => /^(page|limit)\[/.test(name)))
          throw new TypeError("text.trim is not a function");
        return parts.pager.read(call);
      },
    },
  }),
});
