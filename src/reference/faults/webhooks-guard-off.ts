import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Calls any address",
  breaks: "webhooks/refuses-internal-addresses",
  wrap: (parts) => ({
    ...parts,
    urlGuard: { ...parts.urlGuard, objection: () => undefined, permitsAddress: () => true },
  }),
});
