import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Calls 0.0.0.0, which is this machine as well",
  breaks: "webhooks/refuses-internal-addresses",
  wrap: (parts) => ({
    ...parts,
    urlGuard: {
      ...parts.urlGuard,
      objection: (url) => (url.hostname === "0.0.0.0" ? undefined : parts.urlGuard.objection(url)),
      permitsAddress: (address) => address === "0.0.0.0" || parts.urlGuard.permitsAddress(address),
    },
  }),
});
