import { createHmac, generateKeyPair, type KeyObject, sign } from "node:crypto";
import { promisify } from "node:util";

export type Members = Readonly<Record<string, unknown>>;

/** A JSON Web Token taken apart. */
export interface Jwt {
  readonly text: string;
  readonly header: Members;
  readonly claims: Members;
  /** As it stands in the token: base64url. */
  readonly signature: string;
}

/** Takes a token apart; undefined when it is no JWT with a JSON header and JSON claims. */
export function readJwt(text: string): Jwt | undefined {
  const [header, claims, signature, ...more] = text.split(".");
  if (signature === undefined || more.length > 0) return undefined;
  const [head, body] = [membersIn(header), membersIn(claims)];
  return head === undefined || body === undefined
    ? undefined
    : { text, header: head, claims: body, signature };
}

function membersIn(part = ""): Members | undefined {
  const value = jsonIn(part);
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Members)
    : undefined;
}

function jsonIn(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
  } catch {
    return undefined;
  }
}

/** A number among the claims; undefined where it is missing or something else. */
export function numberIn({ claims }: Jwt, name: string): number | undefined {
  const value = claims[name];
  return typeof value === "number" ? value : undefined;
}

/** A part of a token: the base64url of a value's JSON. */
export function segment(value: unknown): string {
  return textSegment(JSON.stringify(value));
}

/** The base64url of a text as it is. */
export function textSegment(text: string): string {
  return Buffer.from(text).toString("base64url");
}

const digests = { HS256: "sha256", HS384: "sha384", HS512: "sha512" } as const;
export type HmacAlgorithm = keyof typeof digests;
export const hmacAlgorithms = Object.keys(digests) as readonly HmacAlgorithm[];

/** A well-formed token under a shared secret. */
export function signedWithSecret(
  { header, claims }: Pick<Jwt, "header" | "claims">,
  secret: string | Buffer,
  alg: HmacAlgorithm = "HS256",
): string {
  const signed = `${segment({ ...header, alg })}.${segment(claims)}`;
  return `${signed}.${createHmac(digests[alg], secret).update(signed).digest("base64url")}`;
}

const generate = promisify(generateKeyPair);

interface KeyPair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

const generators = {
  RS256: () => generate("rsa", { modulusLength: 2048 }),
  ES256: () => generate("ec", { namedCurve: "P-256" }),
  EdDSA: () => generate("ed25519"),
} satisfies Record<string, () => Promise<KeyPair>>;

export type KeyAlgorithm = keyof typeof generators;
export const keyAlgorithms = Object.keys(generators) as readonly KeyAlgorithm[];

const made = new Map<KeyAlgorithm, Promise<KeyPair>>();

/** A key pair that nobody else has: made when first asked for, since an RSA key takes its time. */
export async function ownKeys(alg: KeyAlgorithm): Promise<KeyPair> {
  const keys = made.get(alg) ?? generators[alg]();
  made.set(alg, keys);
  return keys;
}

/** A well-formed token under our own key pair. */
export async function signedWithKey(
  { header, claims }: Pick<Jwt, "header" | "claims">,
  alg: KeyAlgorithm,
): Promise<string> {
  const { privateKey: key } = await ownKeys(alg);
  const signed = `${segment({ ...header, alg })}.${segment(claims)}`;
  const digest = alg === "EdDSA" ? null : "sha256";
  const signature = sign(digest, Buffer.from(signed), { key, dsaEncoding: "ieee-p1363" });
  return `${signed}.${signature.toString("base64url")}`;
}
