import { createHmac } from "node:crypto";
import type { Use } from "./parts.ts";

/** Signs what goes to a webhook. */
export interface Signer {
  /** The headers that carry the signature. */
  headers(body: string, secret: string): Readonly<Record<string, string>>;
  mac(text: string, secret: string): string;
}

export const createSigner = (use: Use): Signer => ({
  headers: (body, secret) => {
    const seconds = Math.floor(use().clock.now() / 1000);
    return { "kadosei-signature": `t=${seconds},v1=${use().signer.mac(`${seconds}.${body}`, secret)}` };
  },
  mac: (text, secret) => createHmac("sha256", secret).update(text).digest("hex"),
});
