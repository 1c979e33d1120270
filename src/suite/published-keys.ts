import { createPublicKey, type JsonWebKey, type KeyObject } from "node:crypto";
import { isSuccess, valueAt } from "./answer.ts";
import type { Call } from "./call.ts";
import type { Forgery } from "./forgery.ts";
import { hmacAlgorithms, keyAlgorithms, type Members, ownKeys, signedWithSecret } from "./jwt.ts";
import { NotServed } from "./violation.ts";
import type { World } from "./world.ts";

const keySet = "/.well-known/jwks.json";
const discovery = "/.well-known/openid-configuration";

/** No more keys than are in use at a time: the current one, the one before, the next. */
const mostKeys = 4;

/** What anybody can read of the target's keys, used as if they were secrets (RFC 8725 §2.1). */
export async function keysAsSecrets(world: World): Promise<readonly Forgery[]> {
  const keys = await publishedKeys(world);
  if (keys.length === 0) throw new NotServed("public keys at a well-known address");
  return keys.slice(0, mostKeys).flatMap((key) => forgeriesWith(key));
}

/** The same with a key that the token itself brings along. */
export async function ownKeysAsSecrets(): Promise<readonly Forgery[]> {
  const pairs = await Promise.all(keyAlgorithms.map(ownKeys));
  return pairs.flatMap(({ publicKey }) => {
    const jwk = publicKey.export({ format: "jwk" }) as Members;
    return forgeriesWith(jwk, { jwk }).map((one) => ({ ...one, name: `${String(jwk["kty"])}: ${one.name}` }));
  });
}

async function publishedKeys(world: World): Promise<readonly Members[]> {
  const elsewhere = await keySetNamedByDiscovery(world);
  const places: readonly Place[] = [{ path: keySet, atOrigin: true }, { path: keySet }, ...elsewhere];
  const keys: Members[] = [];
  for (const place of places) keys.push(...membersOf(valueAt(await readAt(world, place), "/keys")));
  return [...new Map(keys.map((key) => [JSON.stringify(key), key])).values()];
}

type Place = Pick<Call, "path" | "atOrigin">;

/** Where the discovery document says that the keys are; another origin is none of ours to ask. */
async function keySetNamedByDiscovery(world: World): Promise<readonly Place[]> {
  const uri = valueAt(await readAt(world, { path: discovery, atOrigin: true }), "/jwks_uri");
  if (typeof uri !== "string" || !URL.canParse(uri)) return [];
  const { origin, pathname, search } = new URL(uri);
  return origin === new URL(world.facts.baseUrl).origin
    ? [{ path: `${pathname}${search}`, atOrigin: true }]
    : [];
}

async function readAt({ attempt }: World, place: Place): Promise<unknown> {
  const answer = await attempt(
    {
      operation: undefined,
      method: "GET",
      query: [],
      headers: [["accept", "application/json"]],
      odd: true,
      ...place,
    },
    { repeatable: true },
  );
  return isSuccess(answer) ? answer.json : undefined;
}

function membersOf(keys: unknown): readonly Members[] {
  return Array.isArray(keys) ? keys.filter((key) => typeof key === "object" && key !== null) : [];
}

function forgeriesWith(jwk: Members, more: Members = kidOf(jwk)): readonly Forgery[] {
  return spellingsOfKey(jwk).flatMap(({ name, secret }) =>
    hmacAlgorithms.map((alg) => ({
      name: `${alg} under ${name}`,
      reproduces: true,
      forge: ({ header, claims }) =>
        signedWithSecret({ claims, header: { ...header, ...more } }, secret, alg),
    })),
  );
}

function kidOf({ kid }: Members): Members {
  return kid === undefined ? {} : { kid };
}

interface Spelling {
  readonly name: string;
  readonly secret: string | Buffer;
}

/** The forms in which a server may hold the key, and so hand it to whatever verifies. */
function spellingsOfKey(jwk: Members): readonly Spelling[] {
  const { kty, k, x5c } = jwk;
  const whole = { name: "the key as JSON", secret: JSON.stringify(jwk) };
  const certificate = Array.isArray(x5c) ? pem("the certificate", "CERTIFICATE", String(x5c[0])) : [];
  if (kty === "oct")
    return [whole, { name: "the published secret", secret: Buffer.from(String(k), "base64url") }];
  const key = publicKeyOf(jwk);
  return [whole, ...certificate, ...(key === undefined ? [] : encodingsOf(key))];
}

function publicKeyOf(jwk: Members): KeyObject | undefined {
  try {
    return createPublicKey({ key: jwk as JsonWebKey, format: "jwk" });
  } catch {
    return undefined;
  }
}

function encodingsOf(key: KeyObject): readonly Spelling[] {
  const der = key.export({ format: "der", type: "spki" });
  const own = key.asymmetricKeyType === "rsa" ? key.export({ format: "der", type: "pkcs1" }) : undefined;
  return [
    ...pem("the key", "PUBLIC KEY", der.toString("base64")),
    { name: "the key in DER", secret: der },
    ...(own === undefined ? [] : pem("the key", "RSA PUBLIC KEY", own.toString("base64"))),
  ];
}

function pem(name: string, label: string, base64: string): readonly Spelling[] {
  const lines = base64.match(/.{1,64}/g) ?? [];
  const secret = [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`].join("\n");
  return [
    { name: `${name} in PEM (${label})`, secret: `${secret}\n` },
    { name: `${name} in PEM (${label}) without the last line break`, secret },
  ];
}
