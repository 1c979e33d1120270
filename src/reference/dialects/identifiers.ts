import { randomBytes } from "node:crypto";
import { defineDialect } from "../fault.ts";
import type { Dialect } from "../fault.ts";

/** Ids, keys, secrets and how much of them is shown. */
export const identifiers: Readonly<Record<string, Dialect>> = {
  "ids-in-order-of-time": defineDialect({
    title: "Makes ids of UUID version 7",
    wrap: (parts) => ({ ...parts, secrets: { ...parts.secrets, id: () => uuidV7(parts.clock.now()) } }),
  }),

  "ids-in-upper-case": defineDialect({
    title: "Writes ids in upper case, and finds them by either",
    wrap: (parts) => ({
      ...parts,
      secrets: { ...parts.secrets, id: () => parts.secrets.id().toUpperCase() },
      validate: { ...parts.validate, id: (text, name) => parts.validate.id(text, name).toUpperCase() },
      sessions: { ...parts.sessions, find: (id) => parts.sessions.find(id.toUpperCase()) },
    }),
  }),

  "keys-live-and-long": defineDialect({
    title: "Issues live keys in base64url, of which eight more characters may be shown",
    wrap: (parts) => ({
      ...parts,
      secrets: {
        ...parts.secrets,
        apiKey: () => `ks_live_${randomBytes(30).toString("base64url")}`,
        keyPrefix: (fullKey) => fullKey.slice(0, "ks_live_".length + 8),
      },
    }),
  }),

  "fingerprints-with-dots": defineDialect({
    title: "Masks credentials with three dots",
    wrap: (parts) => ({
      ...parts,
      secrets: {
        ...parts.secrets,
        fingerprint: (secret) => parts.secrets.fingerprint(secret).replace("********", "..."),
      },
    }),
  }),
};

const uuidV7 = (milliseconds: number): string => {
  const time = Math.floor(milliseconds).toString(16).padStart(12, "0");
  const bytes = randomBytes(10);
  bytes.writeUInt8((bytes.readUInt8(0) & 0x0f) | 0x70, 0);
  bytes.writeUInt8((bytes.readUInt8(2) & 0x3f) | 0x80, 2);
  const hex = time + bytes.toString("hex");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
};
