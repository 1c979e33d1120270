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

const made = new Map<string, Promise<Certificate>>();

/** A self-signed certificate for these hosts, good for a few days; one process makes it once. */
export function certificateFor(hosts: readonly string[]): Promise<Certificate> {
  const known = made.get(hosts.join(" ")) ?? make(hosts);
  made.set(hosts.join(" "), known);
  return known;
}

async function make(hosts: readonly string[]): Promise<Certificate> {
  // Loaded when needed only: most runs are given no receiver.
  const { default: forge } = await import("node-forge");
  const { publicKey, privateKey } = await promisify(generateKeyPair)("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
  const draft = forge.pki.createCertificate();
  draft.publicKey = forge.pki.publicKeyFromPem(publicKey);
  draft.serialNumber = `01${Date.now().toString(16).padStart(14, "0")}`;
  draft.validity.notBefore = new Date(Date.now() - dayMs);
  draft.validity.notAfter = new Date(Date.now() + 7 * dayMs);
  const name = [{ name: "commonName", value: "kadosei-conformance receiver" }];
  draft.setSubject(name);
  draft.setIssuer(name);
  draft.setExtensions([
    { name: "basicConstraints", cA: true, critical: true },
    { name: "extKeyUsage", serverAuth: true },
    { name: "subjectAltName", altNames: hosts.map(alternativeName) },
  ]);
  const signer = {
    sign: () => {
      const signed = forge.asn1.toDer(draft.tbsCertificate).getBytes();
      const signature = createSign("sha256").update(Buffer.from(signed, "latin1")).sign(privateKey);
      return signature.toString("latin1");
    },
  };
  // Forge asks no more of a key than to sign; OpenSSL does it a hundred times faster.
  draft.sign(signer as unknown as pki.rsa.PrivateKey, forge.md.sha256.create());
  return { certificate: forge.pki.certificateToPem(draft), key: privateKey };
}

function alternativeName(host: string): { type: number; ip?: string; value?: string } {
  return isIP(host) === 0 ? { type: 2, value: host } : { type: 7, ip: host };
}
