import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Delivers to addresses in lower case",
  breaks: "webhook-delivery/reaches-the-whole-address",
  wrap: (parts) => ({
    ...parts,
    outbound: {
      ...parts.outbound,
      post: (url, body, headers) => parts.outbound.post(url.toLowerCase(), body, headers),
    },
  }),
});
