import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Signs with the secret's fingerprint",
  breaks: "webhook-delivery/signs",
  wrap: (parts) => ({
    ...parts,
    signer: {
      ...parts.signer,
      headers: (body, secret) => parts.signer.headers(body, parts.secrets.fingerprint(secret)),
    },
  }),
});
