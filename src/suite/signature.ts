import { createHmac } from "node:crypto";
import { type Delivery, textOf } from "./inbox.ts";

/** How a delivery is signed, as far as trying tells; nobody documents it. */
export interface Scheme {
  /** In a sentence, for the report. */
  readonly told: string;
}

interface Named<T> {
  readonly name: string;
  readonly value: T;
}

type Algorithm = "sha256" | "sha1" | "sha512" | "sha384";

/** Tries every header of a delivery against the schemes that webhooks are signed by. */
export function schemeOf(
  delivery: Delivery,
  secret: string,
  algorithm: Algorithm = "sha256",
): Scheme | undefined {
  const signatures = signaturesIn(delivery);
  for (const key of keysOf(secret))
    for (const text of textsOf(delivery)) {
      const mac = createHmac(algorithm, key.value).update(text.value).digest();
      const found = signatures.find(({ value }) => spells(value, mac));
      if (found !== undefined) return { told: `${found.name}: HMAC of ${text.name} under ${key.name}` };
    }
  return undefined;
}

/** What a delivery that does not verify looks like: the likely mistake, if trying finds one. */
export function mistakeOf(delivery: Delivery, secret: string): string | undefined {
  const others = ["sha1", "sha512", "sha384"] as const;
  const algorithm = others.find((name) => schemeOf(delivery, secret, name) !== undefined);
  if (algorithm !== undefined)
    return `it verifies as HMAC-${algorithm.toUpperCase()}; the documentation says HMAC-SHA256`;
  const rewritten = rewrites(textOf(delivery)).find(
    ({ value }) => schemeOf({ ...delivery, body: Buffer.from(value) }, secret) !== undefined,
  );
  if (rewritten !== undefined) return `it verifies over ${rewritten.name}, not over the bytes that were sent`;
  return signaturesIn(delivery).length === 0 ? "no header looks like a signature" : undefined;
}

function keysOf(secret: string): readonly Named<Buffer>[] {
  const bare = secret.replace(/^whsec_/, "");
  const isHex = /^([0-9a-f]{2})+$/i.test(bare);
  return [
    { name: "the whole secret", value: Buffer.from(secret) },
    { name: "the secret without whsec_", value: Buffer.from(bare) },
    { name: "the secret without whsec_, decoded as base64", value: Buffer.from(bare, "base64") },
    { name: "the whole secret, decoded as base64", value: Buffer.from(secret, "base64") },
    ...(isHex
      ? [{ name: "the secret without whsec_, decoded as hex", value: Buffer.from(bare, "hex") }]
      : []),
  ];
}

/** The body alone; behind a time; behind an id and a time, as Standard Webhooks has it. */
function textsOf(delivery: Delivery): readonly Named<Buffer>[] {
  const body = Buffer.from(delivery.body);
  const before = (name: string, start: string) => ({
    name,
    value: Buffer.concat([Buffer.from(start), body]),
  });
  const times = partsOf(delivery).filter(({ value }) => isTime(value));
  const ids = partsOf(delivery).filter(({ name, value }) => /id\b/i.test(name) && value.length <= 100);
  return [
    { name: "the body", value: body },
    ...addressesOf(delivery).map((address) => before("the address and the body", address)),
    ...times.flatMap(({ value: time }) => [
      before("`timestamp.body`", `${time}.`),
      before("`timestamp:body`", `${time}:`),
      before("`timestamp\\nbody`", `${time}\n`),
      before("timestamp and body", time),
      before("`v0:timestamp:body`", `v0:${time}:`),
      ...ids.map(({ value: id }) => before("`id.timestamp.body`", `${id}.${time}.`)),
    ]),
    ...times.map(({ value: time }) => ({
      name: "`body.timestamp`",
      value: Buffer.concat([body, Buffer.from(`.${time}`)]),
    })),
  ];
}

/** The address that was called: as it came, and as it was before something forwarded it. */
function addressesOf({ url, headers }: Delivery): readonly string[] {
  const forwarded = headers.find(([name]) => name.toLowerCase() === "x-forwarded-host")?.[1];
  const secure = url.replace(/^http:/, "https:");
  const outer = forwarded === undefined ? [] : [secure.replace(/^https:\/\/[^/]*/, `https://${forwarded}`)];
  return [...new Set([url, secure, ...outer])];
}

function isTime(text: string): boolean {
  return /^\d{10,19}$/.test(text) || (/^\d{4}-\d\d-\d\dT/.test(text) && !Number.isNaN(Date.parse(text)));
}

/** Values that may be a signature: 32 bytes or more in hex or base64, bare or behind a label. */
function signaturesIn(delivery: Delivery): readonly Named<string>[] {
  return partsOf(delivery).filter(({ value }) =>
    /^([0-9a-f]{40,128}|[A-Za-z0-9+/_-]{27,88}={0,2})$/i.test(value),
  );
}

/** Every header whole, and in the pieces that commas, semicolons, blanks and labels make of it. */
function partsOf({ headers }: Delivery): readonly Named<string>[] {
  return headers.flatMap(([name, value]) => {
    const pieces = value.split(/[,;\s]+/).filter((piece) => piece !== "");
    const unlabelled = pieces.map((piece) => piece.replace(/^[A-Za-z][\w-]{0,20}[=:]"?([^=].*?)"?$/, "$1"));
    return [...new Set([value.trim(), ...pieces, ...unlabelled])].map((part) => ({ name, value: part }));
  });
}

function spells(text: string, mac: Buffer): boolean {
  if (text.toLowerCase() === mac.toString("hex")) return true;
  return (
    text.replace(/=+$/, "").replaceAll("-", "+").replaceAll("_", "/") ===
    mac.toString("base64").replace(/=+$/, "")
  );
}

/** Other bytes for the same JSON, which a server that does not sign what it sends may have signed. */
function rewrites(text: string): readonly Named<string>[] {
  try {
    const json: unknown = JSON.parse(text);
    return [
      { name: "the JSON without blanks", value: JSON.stringify(json) },
      { name: "the JSON indented by two", value: JSON.stringify(json, undefined, 2) },
      { name: "the JSON with its members sorted", value: JSON.stringify(sorted(json)) },
      { name: "an empty text", value: "" },
      ...members(json),
    ];
  } catch {
    return [];
  }
}

function members(json: unknown): readonly Named<string>[] {
  if (typeof json !== "object" || json === null) return [];
  return Object.entries(json).map(([name, value]) => ({
    name: `the member \`${name}\` alone`,
    value: typeof value === "string" ? value : (JSON.stringify(value) ?? ""),
  }));
}

function sorted(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(sorted);
  if (typeof json !== "object" || json === null) return json;
  const entries = Object.entries(json).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, value]) => [name, sorted(value)]));
}
