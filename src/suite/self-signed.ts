import { type KeyObject, sign } from "node:crypto";

/** What X.509 calls a signature (RFC 5280 §4.1.1.2), as DER. */
const signatures = {
  RS256: "300d06092a864886f70d01010b0500",
  ES256: "300a06082a8648ce3d040302",
  EdDSA: "300506032b6570",
} as const;

const tags = { integer: 0x02, bits: 0x03, text: 0x0c, time: 0x18, sequence: 0x30, set: 0x31, version: 0xa0 };

/** The object identifier of a common name. */
const commonName = Buffer.from("0603550403", "hex");

/** A certificate for a key, signed by that key: DER, good for a day on either side of now. */
export function selfSigned(
  { publicKey, privateKey }: { publicKey: KeyObject; privateKey: KeyObject },
  alg: keyof typeof signatures,
): Buffer {
  const algorithm = Buffer.from(signatures[alg], "hex");
  const name = der("sequence", der("set", der("sequence", commonName, text("kadosei-conformance"))));
  const draft = der(
    "sequence",
    der("version", der("integer", Buffer.from([2]))),
    der("integer", Buffer.from([1])),
    algorithm,
    name,
    der("sequence", time(-day), time(day)),
    name,
    publicKey.export({ format: "der", type: "spki" }),
  );
  const signature = sign(alg === "EdDSA" ? null : "sha256", draft, privateKey);
  return der("sequence", draft, algorithm, der("bits", Buffer.from([0]), signature));
}

const day = 24 * 3600 * 1000;

function time(fromNow: number): Buffer {
  const digits = new Date(Date.now() + fromNow).toISOString().replaceAll(/\D/g, "").slice(0, 14);
  return der("time", Buffer.from(`${digits}Z`));
}

function text(value: string): Buffer {
  return der("text", Buffer.from(value));
}

function der(tag: keyof typeof tags, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tags[tag], ...lengthOf(content)]), content]);
}

function lengthOf({ length }: Buffer): readonly number[] {
  if (length < 0x80) return [length];
  return length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
}
