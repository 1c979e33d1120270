import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes page 0 for page 1",
  breaks: "pagination/rejects-bad-parameters",
  wrap: (parts) => ({
    ...parts,
    pager: {
      ...parts.pager,
      read: (call) => {
        const query = new URLSearchParams(call.query);
        if (query.get("page") === "0") query.delete("page");
        return parts.pager.read({ ...call, query });
      },
    },
  }),
});
