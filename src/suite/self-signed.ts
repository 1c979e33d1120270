import { createHash, type KeyObject, randomBytes, sign } from "node:crypto";
import { isIP } from "node:net";

/** What X.509 calls a signature (RFC 5280 §4.1.1.2), as DER. */
const signatures = {
  RS256: "300d06092a864886f70d01010b0500",
  ES256: "300a06082a8648ce3d040302",
  EdDSA: "300506032b6570",
} as const;

const tags = {
  boolean: 0x01,
  integer: 0x02,
  bits: 0x03,
  octets: 0x04,
  text: 0x0c,
  time: 0x18,
  sequence: 0x30,
  set: 0x31,
  hostName: 0x82,
  address: 0x87,
  version: 0xa0,
  extensions: 0xa3,
} as const;

/** Object identifiers, as DER (RFC 5280 §4.2.1, appendix A). */
const identifiers = {
  commonName: "0603550403",
  alternativeNames: "0603551d11",
  constraints: "0603551d13",
  keyIdentifier: "0603551d0e",
  keyUse: "0603551d0f",
  extendedUse: "0603551d25",
  ofServers: "06082b06010505070301",
} as const;

/** A certificate for a key, signed by that key: DER, good from yesterday on; for a server where it has hosts. */
export function selfSigned(
  { publicKey, privateKey }: { publicKey: KeyObject; privateKey: KeyObject },
  alg: keyof typeof signatures,
  { hosts = [], days = 1 }: { hosts?: readonly string[]; days?: number } = {},
): Buffer {
  const algorithm = Buffer.from(signatures[alg], "hex");
  const commonName = der(
    "sequence",
    identifier("commonName"),
    der("text", Buffer.from("kadosei-conformance")),
  );
  const name = der("sequence", der("set", commonName));
  const key = publicKey.export({ format: "der", type: "spki" });
  const draft = der(
    "sequence",
    der("version", der("integer", Buffer.from([2]))),
    der("integer", Buffer.from([1]), randomBytes(8)),
    algorithm,
    name,
    der("sequence", time(-1), time(days)),
    name,
    key,
    ...(hosts.length === 0 ? [] : [der("extensions", der("sequence", ...serverExtensions(hosts, key)))]),
  );
  const signature = sign(alg === "EdDSA" ? null : "sha256", draft, privateKey);
  return der("sequence", draft, algorithm, der("bits", Buffer.from([0]), signature));
}

/** An authority of its own, so that it can be trusted alone, that serves these hosts: all that strict verifiers ask for. */
function serverExtensions(hosts: readonly string[], key: Buffer): readonly Buffer[] {
  const critical = der("boolean", Buffer.from([0xff]));
  return [
    extension("constraints", der("sequence", critical), critical),
    extension("keyUse", signingAndCertifying, critical),
    extension("keyIdentifier", der("octets", createHash("sha256").update(key).digest().subarray(0, 20))),
    extension("extendedUse", der("sequence", identifier("ofServers"))),
    extension("alternativeNames", der("sequence", ...hosts.map(alternativeName))),
  ];
}

/** The bits digitalSignature and keyCertSign; the last two of the byte are no flags. */
const signingAndCertifying = der("bits", Buffer.from([2, 0b1000_0100]));

function extension(name: keyof typeof identifiers, value: Buffer, ...critical: readonly Buffer[]): Buffer {
  return der("sequence", identifier(name), ...critical, der("octets", value));
}

function alternativeName(host: string): Buffer {
  return isIP(host) === 0 ? der("hostName", Buffer.from(host)) : der("address", addressBytes(host));
}

/** IPv4 has a byte, IPv6 as a URL spells it a word for each of its parts; `::` stands for zeros. */
function addressBytes(address: string): Buffer {
  if (isIP(address) === 4) return Buffer.from(address.split(".").map(Number));
  const spelled = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [head = "", tail = ""] = spelled.split("::");
  const [start, end] = [words(head), words(tail)];
  return Buffer.concat([start, Buffer.alloc(16 - start.length - end.length), end]);
}

function words(spelled: string): Buffer {
  const parts = spelled.split(":").filter((part) => part !== "");
  return Buffer.from(parts.map((part) => part.padStart(4, "0")).join(""), "hex");
}

const day = 24 * 3600 * 1000;

function time(daysFromNow: number): Buffer {
  const digits = new Date(Date.now() + daysFromNow * day).toISOString().replaceAll(/\D/g, "").slice(0, 14);
  return der("time", Buffer.from(`${digits}Z`));
}

function identifier(name: keyof typeof identifiers): Buffer {
  return Buffer.from(identifiers[name], "hex");
}

function der(tag: keyof typeof tags, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tags[tag], ...lengthOf(content)]), content]);
}

function lengthOf({ length }: Buffer): readonly number[] {
  if (length < 0x80) return [length];
  return length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
}
