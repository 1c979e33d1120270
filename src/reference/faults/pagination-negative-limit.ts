import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes a negative limit of providers for the usual one",
  breaks: "pagination/rejects-bad-parameters",
  wrap: (parts) => ({
    ...parts,
    pager: {
      ...parts.pager,
      read: (call) => {
        const query = new URLSearchParams(call.query);
        if (call.operation === "listProviders" && Number(query.get("limit")) < 0) query.delete("limit");
        return parts.pager.read({ ...call, query });
      },
    },
  }),
});
