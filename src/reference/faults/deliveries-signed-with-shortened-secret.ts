import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Signs with the first 32 characters of the secret",
  breaks: "webhook-delivery/signs",
  wrap: (parts) => ({
    ...parts,
    signer: {
      ...parts.signer,
      headers: (body, secret) => parts.signer.headers(body, secret.slice(0, 32)),
    },
  }),
});
