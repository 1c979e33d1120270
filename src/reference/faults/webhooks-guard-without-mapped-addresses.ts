import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Calls internal addresses that are written as IPv6",
  breaks: "webhooks/refuses-internal-addresses",
  wrap: (parts) => ({
    ...parts,
    urlGuard: {
      ...parts.urlGuard,
      objection: (url) => (url.hostname.startsWith("[::ffff:") ? undefined : parts.urlGuard.objection(url)),
      permitsAddress: (address) => address.startsWith("::ffff:") || parts.urlGuard.permitsAddress(address),
    },
  }),
});
