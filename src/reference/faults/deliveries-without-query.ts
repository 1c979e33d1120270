import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Delivers to the path of an address alone",
  breaks: "webhook-delivery/reaches-the-whole-address",
  wrap: (parts) => ({
    ...parts,
    outbound: {
      ...parts.outbound,
      post: (url, body, headers) => parts.outbound.post(url.replace(/[?].*$/su, ""), body, headers),
    },
  }),
});
