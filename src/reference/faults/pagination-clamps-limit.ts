import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes a limit above 100 for 100",
  breaks: "pagination/rejects-bad-parameters",
  wrap: (parts) => ({
    ...parts,
    pager: {
      ...parts.pager,
      read: (call) => {
        const query = new URLSearchParams(call.query);
        if (Number(query.get("limit")) > 100) query.set("limit", "100");
        return parts.pager.read({ ...call, query });
      },
    },
  }),
});
