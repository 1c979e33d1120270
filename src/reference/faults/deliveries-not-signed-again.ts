import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Does not sign what it sends again",
  breaks: "webhook-delivery/signs",
  wrap: (parts) => {
    const sent = new Set<string>();
    const headers = (body: string, secret: string) => {
      if (sent.has(body)) return {};
      sent.add(body);
      return parts.signer.headers(body, secret);
    };
    return { ...parts, signer: { ...parts.signer, headers } };
  },
});
