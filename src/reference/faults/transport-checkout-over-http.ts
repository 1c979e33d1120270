import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Sends shoppers to a checkout page without TLS",
  breaks: "transport/https",
  over: "tls",
  wrap: (parts) => ({
    ...parts,
    links: {
      ...parts.links,
      checkout: (session) => parts.links.checkout(session).replace(/^https:/, "http:"),
    },
  }),
});
