import { randomBytes, randomUUID } from "node:crypto";

/** Everything unguessable the server makes up. */
export interface Secrets {
  id(): string;
  apiKey(): string;
  signingSecret(): string;
  inviteToken(): string;
  /** First 8 and last 4 characters, the middle masked; a secret too short for that is masked whole. */
  fingerprint(secret: string): string;
  /** The part of an API key that may be shown for ever. */
  keyPrefix(fullKey: string): string;
}

export const createSecrets = (): Secrets => ({
  id: () => randomUUID(),
  apiKey: () => `ks_test_${randomBytes(24).toString("hex")}`,
  signingSecret: () => `whsec_${randomBytes(32).toString("hex")}`,
  inviteToken: () => randomBytes(24).toString("base64url"),
  fingerprint: (secret) => {
    const [, start, end] = /^(.{8}).+(.{4})$/su.exec(secret) ?? ["", "", ""];
    return `${start}********${end}`;
  },
  keyPrefix: (fullKey) => fullKey.slice(0, "ks_test_".length + 4),
});
