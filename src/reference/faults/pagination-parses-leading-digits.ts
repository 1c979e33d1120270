import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Reads parameters as far as they are digits, so that 1.5 is 1 and 1e99 too",
  breaks: "pagination/rejects-bad-parameters",
  wrap: (parts) => ({
    ...parts,
    pager: {
      ...parts.pager,
      read: (call) => {
        const query = new URLSearchParams(call.query);
        for (const [name, value] of call.query) query.set(name, /^\d+/.exec(value)?.[0] ?? value);
        return parts.pager.read({ ...call, query });
      },
    },
  }),
});
