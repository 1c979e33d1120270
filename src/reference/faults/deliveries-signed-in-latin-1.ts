import { createHmac } from "node:crypto";
import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Signs a body as Latin-1, and sends it as UTF-8",
  breaks: "webhook-delivery/signs",
  wrap: (parts) => ({
    ...parts,
    signer: {
      ...parts.signer,
      mac: (text, secret) => createHmac("sha256", secret).update(text, "latin1").digest("hex"),
    },
  }),
});
