import { defineFault } from "../fault.ts";

// What a number is to one library is none to the next.
export const fault = defineFault({
  title: "Crashes on a page or a limit with an exponent",
  breaks: "validation/never-5xx",
  wrap: (parts) => ({
    ...parts,
    pager: {
      ...parts.pager,
      read: (call) => {
        for (const text of call.query.values()) if (/^\d+e\d+$/.test(text)) BigInt(text);
        return parts.pager.read(call);
      },
    },
  }),
});
