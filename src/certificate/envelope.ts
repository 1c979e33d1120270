import { type KeyObject, createPublicKey, sign, verify } from "node:crypto";
import { checkTool } from "../schema/index.ts";
import { canonical } from "./canonical.ts";
import { CertificateError } from "./certificate-error.ts";
import { fingerprintOf, publicKeyFrom } from "./key.ts";
import type { Statement } from "./statement.ts";

const payloadType = "application/vnd.in-toto+json";

/** A DSSE envelope, as `certificate.json` holds it. */
interface Envelope {
  readonly payloadType: string;
  readonly payload: string;
  readonly signatures: readonly [{ readonly keyid: string; readonly sig: string }];
}

/** Signs a statement. Returns the text of `certificate.json`, which has one spelling only. */
export function sealed(statement: Statement, privateKey: KeyObject): string {
  const payload = Buffer.from(canonical(statement));
  const keyid = fingerprintOf(createPublicKey(privateKey));
  const sig = sign(null, signedBytes(payload), privateKey).toString("base64");
  return spelled({ payloadType, payload: payload.toString("base64"), signatures: [{ keyid, sig }] });
}

export interface Opened {
  readonly statement: Statement;
  /** Of the key that has signed. */
  readonly fingerprint: string;
}

/** The statement of a certificate that its own key has signed. Throws for everything else, down to a space too many. */
export function opened(bytes: Buffer): Opened {
  const text = bytes.toString("utf8");
  const envelope = parsed<Envelope>(text, "it");
  shaped("certificate", envelope);
  if (!Buffer.from(spelled(envelope)).equals(bytes))
    throw broken("its spelling was changed: it is not as `certify` writes it, byte for byte");
  const payload = Buffer.from(envelope.payload, "base64");
  const statement = parsed<Statement>(payload.toString("utf8"), "its payload");
  shaped("certificate-statement", statement);
  if (!Buffer.from(canonical(statement)).equals(payload)) throw broken("its payload is not canonical JSON");
  const [{ keyid, sig }] = envelope.signatures;
  const key = publicKeyFrom(statement.predicate.publicKey);
  if (key === undefined) throw broken("the public key in it is no Ed25519 key");
  if (fingerprintOf(key) !== keyid) throw broken("it names another key than the one in its statement");
  if (!verify(null, signedBytes(payload), key, Buffer.from(sig, "base64")))
    throw broken("its signature does not match: it was changed after it was signed");
  return { statement, fingerprint: keyid };
}

/** DSSE's pre-authentication encoding: the type is signed along with the payload. */
function signedBytes(payload: Buffer): Buffer {
  const head = `DSSEv1 ${payloadType.length} ${payloadType} ${payload.length} `;
  return Buffer.concat([Buffer.from(head), payload]);
}

/** Base64 is decoded and encoded again, because it has several spellings for the same bytes. */
function spelled({ payload, signatures: [{ keyid, sig }] }: Envelope): string {
  const again = (base64: string) => Buffer.from(base64, "base64").toString("base64");
  const signatures = [{ keyid, sig: again(sig) }];
  return `${JSON.stringify({ payloadType, payload: again(payload), signatures }, undefined, 2)}\n`;
}

function parsed<T>(text: string, what: string): T {
  try {
    return JSON.parse(text) as T;
  } catch (cause) {
    throw broken(`${what} is no JSON`, cause);
  }
}

function shaped(schema: "certificate" | "certificate-statement", value: unknown): void {
  const [fault] = checkTool(schema, value);
  if (fault !== undefined) throw broken(`it is no certificate: ${fault.sentence}`);
}

function broken(message: string, cause?: unknown): CertificateError {
  return new CertificateError("certificate-broken", message, "ask whoever issued it for the original", cause);
}
