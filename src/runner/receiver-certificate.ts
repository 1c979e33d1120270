import { ownKeys, selfSigned } from "../suite/index.ts";

export interface Certificate {
  /** PEM. */
  readonly certificate: string;
  /** PEM. */
  readonly key: string;
}

/** A self-signed certificate for these hosts, good for a few days. */
export async function certificateFor(hosts: readonly string[]): Promise<Certificate> {
  const keys = await ownKeys("ES256");
  const encoded = selfSigned(keys, "ES256", { hosts, days: 7 }).toString("base64");
  const lines = encoded.match(/.{1,64}/g) ?? [];
  return {
    certificate: ["-----BEGIN CERTIFICATE-----", ...lines, "-----END CERTIFICATE-----", ""].join("\n"),
    key: keys.privateKey.export({ format: "pem", type: "pkcs8" }).toString(),
  };
}
