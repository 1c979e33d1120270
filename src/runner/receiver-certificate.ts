import { createSign, generateKeyPair } from "node:crypto";
import { isIP } from "node:net";
import { promisify } from "node:util";
import type { pki } from "node-forge";

export interface Certificate {
  /** PEM. */
  readonly certificate: string;
  /** PEM. */
  readonly key: string;
}

const dayMs = 24 * 3600 * 1000;

/** Makes a self-signed certificate for these hosts, good for a few days. */
export async function makeCertificate(hosts: readonly string[]): Promise<Certificate> {
  // Loaded when needed only: most runs are given no receiver.
  const { default: forge } = await import("node-forge");
  const { publicKey, privateKey } = await promisify(generateKeyPair)("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
  const made = forge.pki.createCertificate();
  made.publicKey = forge.pki.publicKeyFromPem(publicKey);
  made.serialNumber = `01${Date.now().toString(16).padStart(14, "0")}`;
  made.validity.notBefore = new Date(Date.now() - dayMs);
  made.validity.notAfter = new Date(Date.now() + 7 * dayMs);
  const name = [{ name: "commonName", value: "kadosei-conformance receiver" }];
  made.setSubject(name);
  made.setIssuer(name);
  made.setExtensions([
    { name: "basicConstraints", cA: true, critical: true },
    { name: "extKeyUsage", serverAuth: true },
    { name: "subjectAltName", altNames: hosts.map(alternativeName) },
  ]);
  const signer = {
    sign: () => {
      const signed = forge.asn1.toDer(made.tbsCertificate).getBytes();
      const signature = createSign("sha256").update(Buffer.from(signed, "latin1")).sign(privateKey);
      return signature.toString("latin1");
    },
  };
  // Forge asks no more of a key than to sign; OpenSSL does it a hundred times faster.
  made.sign(signer as unknown as pki.rsa.PrivateKey, forge.md.sha256.create());
  return { certificate: forge.pki.certificateToPem(made), key: privateKey };
}

function alternativeName(host: string): { type: number; ip?: string; value?: string } {
  return isIP(host) === 0 ? { type: 2, value: host } : { type: 7, ip: host };
}
