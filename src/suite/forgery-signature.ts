import { createHash } from "node:crypto";
import type { Forgery } from "./forgery.ts";
import {
  type Jwt,
  type KeyAlgorithm,
  keyAlgorithms,
  type Members,
  ownKeys,
  segment,
  signedWithKey,
  signedWithSecret,
} from "./jwt.ts";
import { selfSigned } from "./self-signed.ts";

/** The genuine token with its signature's bytes changed: bytes, because the last letter of base64 may hold spare bits. */
function resigned(name: string, change: (signature: Buffer) => Buffer): Forgery {
  return {
    name,
    secret: true,
    forge: ({ text, signature }) => {
      const signed = text.slice(0, text.length - signature.length);
      return signed + change(Buffer.from(signature, "base64url")).toString("base64url");
    },
  };
}

function flipped(at: (length: number) => number): (signature: Buffer) => Buffer {
  return (signature) => {
    const copy = Buffer.from(signature);
    const index = at(copy.length);
    if (copy.length > 0) copy.writeUInt8(copy.readUInt8(index) ^ 1, index);
    return copy;
  };
}

export const alteredSignatures: readonly Forgery[] = [
  resigned(
    "one bit of the first byte",
    flipped(() => 0),
  ),
  resigned(
    "one bit in the middle",
    flipped((length) => Math.floor(length / 2)),
  ),
  resigned(
    "one bit of the last byte",
    flipped((length) => length - 1),
  ),
  resigned("all bits", (signature) => Buffer.from(signature.map((byte) => byte ^ 0xff))),
  resigned("the last byte left out", (signature) => signature.subarray(0, -1)),
  resigned("the first byte left out", (signature) => signature.subarray(1)),
  resigned("the first half", (signature) => signature.subarray(0, signature.length / 2)),
  resigned("the first byte alone", (signature) => signature.subarray(0, 1)),
  resigned("a byte more", (signature) => Buffer.concat([signature, Buffer.alloc(1)])),
  resigned("twice over", (signature) => Buffer.concat([signature, signature])),
  resigned("zeros", (signature) => Buffer.alloc(signature.length)),
];

const blanks = [
  ["ES256", Buffer.alloc(64), "r = s = 0"],
  ["ES384", Buffer.alloc(96), "r = s = 0"],
  ["ES512", Buffer.alloc(132), "r = s = 0"],
  ["ES256", Buffer.from("3006020100020100", "hex"), "r = s = 0 in DER"],
] as const;

/** What a verifier accepts that forgot to ask whether r and s are greater than zero (CVE-2022-21449). */
export const blankSignatures: readonly Forgery[] = blanks.map(([alg, signature, said]) => ({
  name: `${alg}, ${said}`,
  forge: ({ header, claims }) =>
    [segment({ ...header, alg }), segment(claims), signature.toString("base64url")].join("."),
}));

/** Every algorithm that signs tokens (RFC 7518 §3.1, RFC 8037 §3.1), with the bytes of its usual signature. */
const signatureLengths = [
  ["HS256", 32],
  ["HS384", 48],
  ["HS512", 64],
  ["RS256", 256],
  ["RS384", 256],
  ["RS512", 256],
  ["PS256", 256],
  ["PS384", 256],
  ["PS512", 256],
  ["ES256", 64],
  ["ES384", 96],
  ["ES512", 132],
  ["EdDSA", 64],
] as const;

const unearned: readonly { name: string; signature: (genuine: string, length: number) => string }[] = [
  { name: "the old signature", signature: (genuine) => genuine },
  { name: "other bytes", signature: bytesFrom },
  { name: "an empty signature", signature: () => "" },
];

/** Bytes that sign nothing; of the token, so that they come again with it. */
function bytesFrom(genuine: string, length: number): string {
  return createHash("shake256", { outputLength: length }).update(genuine).digest("base64url");
}

/** The genuine claims under another algorithm than the token's own, which nothing signs. */
export const otherAlgorithms: readonly Forgery[] = signatureLengths.flatMap(([alg, length]) =>
  unearned.map(({ name, signature }) => ({
    name: `${alg} under ${name}`,
    forge: ({ text, header, claims, signature: genuine }) =>
      header["alg"] === alg
        ? text
        : [segment({ ...header, alg }), segment(claims), signature(genuine, length)].join("."),
  })),
);

/** Nobody is there: `.example` is reserved (RFC 2606). */
const elsewhere = "https://keys.example/conformance";

/** Ways of a token to say where its key is found; a data URL needs no host to be fetched from. */
const pointers: readonly {
  readonly name: string;
  readonly header: (jwk: Members, certificate: string) => Members;
}[] = [
  { name: "a fresh key", header: () => ({}) },
  { name: "jwk", header: (jwk) => ({ jwk }) },
  { name: "jwk and kid", header: (jwk) => ({ jwk: { ...jwk, kid: "conformance" }, kid: "conformance" }) },
  { name: "jku", header: () => ({ jku: `${elsewhere}/jwks.json` }) },
  { name: "jku with the keys in it", header: (jwk) => ({ jku: keySet(jwk) }) },
  { name: "x5u", header: () => ({ x5u: `${elsewhere}/key.pem` }) },
  { name: "x5c", header: (_, certificate) => ({ x5c: [certificate] }) },
  { name: "x5c and kid", header: (_, certificate) => ({ x5c: [certificate], kid: "conformance" }) },
];

function keySet(jwk: Members): string {
  return `data:application/json,${encodeURIComponent(JSON.stringify({ keys: [jwk] }))}`;
}

/** Well signed, but with a key of ours. */
export const foreignTokens: readonly Forgery[] = [
  ...keyAlgorithms.flatMap((alg) => pointers.map(({ name, header }) => foreign(alg, name, header))),
  sharedSecret("a fresh secret", () => ({})),
  sharedSecret("jwk", (k) => ({ jwk: { kty: "oct", alg: "HS256", k } })),
];

function foreign(alg: KeyAlgorithm, name: string, header: (typeof pointers)[number]["header"]): Forgery {
  return {
    name: `${alg}, ${name}`,
    forge: async (jwt: Jwt) => {
      const keys = await ownKeys(alg);
      const jwk = { ...keys.publicKey.export({ format: "jwk" }), alg, use: "sig" };
      const certificate = selfSigned(keys, alg).toString("base64");
      return signedWithKey({ ...jwt, header: { ...jwt.header, ...header(jwk, certificate) } }, alg);
    },
  };
}

function sharedSecret(name: string, header: (encoded: string) => Members): Forgery {
  const secret = Buffer.from("conformance-conformance-conformance");
  return {
    name: `HS256, ${name}`,
    forge: (jwt) =>
      signedWithSecret(
        { ...jwt, header: { ...jwt.header, ...header(secret.toString("base64url")) } },
        secret,
      ),
  };
}
