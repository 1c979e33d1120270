import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Signs tests only",
  breaks: "webhook-delivery/signs",
  wrap: (parts) => ({
    ...parts,
    signer: {
      ...parts.signer,
      headers: (body, secret) => (body.includes('"webhook.test"') ? parts.signer.headers(body, secret) : {}),
    },
  }),
});
