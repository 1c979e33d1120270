import { createHmac } from "node:crypto";
import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Signs with HMAC-SHA512",
  breaks: "webhook-delivery/signs",
  wrap: (parts) => ({
    ...parts,
    signer: {
      ...parts.signer,
      mac: (text, secret) => createHmac("sha512", secret).update(text).digest("hex"),
    },
  }),
});
