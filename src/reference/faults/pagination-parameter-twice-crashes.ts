import { defineFault } from "../fault.ts";

// Many frameworks give an array then, and this one expects a text.
export const fault = defineFault({
  title: "Falls over a parameter of a list that is there twice",
  breaks: "pagination/survives-odd-queries",
  wrap: (parts) => ({
    ...parts,
    pager: {
      ...parts.pager,
      read: (call) => {
        if (["page", "limit"].some((name) => call.query.getAll(name).length > 1))
          throw new TypeError("text.trim is not a function");
        return parts.pager.read(call);
      },
    },
  }),
});
