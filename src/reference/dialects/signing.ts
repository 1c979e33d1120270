import { createHmac, randomUUID } from "node:crypto";
import type { Signer } from "../signer.ts";

type Now = () => number;

const base64 = (text: string, key: string | Buffer): string =>
  createHmac("sha256", key).update(text).digest("base64");

const decoded = (secret: string): Buffer => Buffer.from(secret.replace(/^whsec_/, ""), "base64");

/** The body alone. */
export const bare = (signer: Signer): Signer => ({
  ...signer,
  headers: (body, secret) => ({ "x-webhook-signature": base64(body, decoded(secret)) }),
});

/** Id, time and body, as standardwebhooks.com has it. */
export const standard = (signer: Signer, now: Now): Signer => ({
  ...signer,
  headers: (body, secret) => {
    const id = `msg_${randomUUID()}`;
    const time = String(Math.floor(now() / 1000));
    const mac = base64(`${id}.${time}.${body}`, decoded(secret));
    return { "webhook-id": id, "webhook-timestamp": time, "webhook-signature": `v1,${mac}` };
  },
});

/** Time and body, in headers of their own. */
export const timed = (signer: Signer, now: Now): Signer => ({
  ...signer,
  headers: (body, secret) => {
    const time = String(Math.floor(now()));
    const mac = createHmac("sha256", secret.slice("whsec_".length)).update(`${time}.${body}`).digest("hex");
    return { "x-kds-timestamp": time, "x-kds-hmac": `sha256=${mac}` };
  },
});
