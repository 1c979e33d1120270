import {
  type KeyObject,
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
} from "node:crypto";
import { CertificateError } from "./certificate-error.ts";

const makeOne = "`kadosei-conformance keygen` makes one";

/** A key for certificates, both halves as PEM. */
export interface KeyPair {
  readonly privatePem: string;
  readonly publicPem: string;
  readonly fingerprint: string;
}

export function newKeyPair(): KeyPair {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  return {
    privatePem: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    publicPem: publicKey.export({ type: "spki", format: "pem" }).toString(),
    fingerprint: fingerprintOf(publicKey),
  };
}

/** The SHA-256 of a public key's SPKI, in hex: short enough to be compared over the telephone. */
export function fingerprintOf(key: KeyObject): string {
  return createHash("sha256").update(spki(key)).digest("hex");
}

/** A public key as certificates carry it. */
export function publicKeyText(privateKey: KeyObject): string {
  return spki(createPublicKey(privateKey)).toString("base64");
}

export function publicKeyFrom(text: string): KeyObject | undefined {
  const key = attempt(() =>
    createPublicKey({ key: Buffer.from(text, "base64"), type: "spki", format: "der" }),
  );
  return key?.asymmetricKeyType === "ed25519" && spki(key).toString("base64") === text ? key : undefined;
}

/** Reads the private key that signs. `place` is what the user called it. */
export function signingKey(pem: string, place: string): KeyObject {
  const key = attempt(() => createPrivateKey(pem));
  if (key?.asymmetricKeyType === "ed25519") return key;
  const isPublic = key === undefined && /BEGIN PUBLIC KEY/.test(pem);
  const what = isPublic ? "holds the public key, not the private one" : "holds no private Ed25519 key in PEM";
  throw new CertificateError("key-unusable", `${place} ${what}`, makeOne);
}

/** The fingerprint of a public key in PEM. `place` is what the user called it. */
export function fingerprintOfPem(pem: string, place: string): string {
  if (/PRIVATE KEY/.test(pem))
    throw new CertificateError(
      "key-unusable",
      `${place} holds a private key`,
      "give the public key, or its fingerprint",
    );
  const key = attempt(() => createPublicKey(pem));
  if (key?.asymmetricKeyType === "ed25519") return fingerprintOf(key);
  throw new CertificateError(
    "key-unusable",
    `${place} holds no public Ed25519 key in PEM`,
    "give the public key of the signer as PEM, or its fingerprint: 64 hexadecimal digits",
  );
}

function spki(key: KeyObject): Buffer {
  return key.export({ type: "spki", format: "der" });
}

function attempt(read: () => KeyObject): KeyObject | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
