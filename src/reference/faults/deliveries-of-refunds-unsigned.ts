import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Does not sign what it tells of refunds",
  breaks: "webhook-delivery/signs",
  wrap: (parts) => ({
    ...parts,
    signer: {
      ...parts.signer,
      headers: (body, secret) => (body.includes('"type":"refund.') ? {} : parts.signer.headers(body, secret)),
    },
  }),
});
