import type { FailureKind, NetworkFailure } from "../model/index.ts";

/** Thrown while a body is read that grows beyond the limit. */
export class BodyTooLarge extends Error {
  override readonly name = "BodyTooLarge";
  readonly code = "BODY_TOO_LARGE";
}

/** Ends an exchange whose answer is not there, whole, when its time is over. */
export class OutOfTime extends Error {
  override readonly name = "OutOfTime";
  readonly code = "ETIMEDOUT";

  constructor(ms: number) {
    super(`no whole answer within ${ms} ms`);
  }
}

/** Error codes of Node.js and undici by what they mean for an exchange. */
const kinds: readonly (readonly [FailureKind, RegExp])[] = [
  ["refused", /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT)$/],
  ["unresolved", /^(ENOTFOUND|EAI_AGAIN)$/],
  ["tls", /^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|EPROTO|HOSTNAME_MISMATCH)/],
  ["timeout", /^(ETIMEDOUT|UND_ERR_HEADERS_TIMEOUT|UND_ERR_BODY_TIMEOUT|TimeoutError|23)$/],
  ["too-large", /^(BODY_TOO_LARGE|ERR_BUFFER_TOO_LARGE)$/],
  ["unreadable", /^(HPE_|HTTPParserError$|UND_ERR_(HEADERS_OVERFLOW|RES_|RESPONSE)|Z_|ERR_HTTP)/],
];

/** Names the reason that an exchange died of; what can't be told apart counts as a closed connection. */
export function failureOf(error: unknown): NetworkFailure {
  const codes = [...chain(error)].map(codeOf);
  const kind = kinds.find(([, pattern]) => codes.some((code) => pattern.test(code)))?.[0] ?? "closed";
  return { kind, message: messageOf(error) };
}

function* chain(error: unknown): Generator<Error> {
  if (!(error instanceof Error)) return;
  yield error;
  yield* chain(error.cause);
  if (error instanceof AggregateError) for (const inner of error.errors) yield* chain(inner);
}

function codeOf(error: Error): string {
  const code = "code" in error && error.code !== undefined ? String(error.code) : "";
  return code === "" || code === "23" ? error.name : code;
}

function messageOf(error: unknown): string {
  const messages = [...chain(error)].map((link) => link.message).filter((message) => message !== "");
  return messages.at(-1) ?? "the connection ended without an answer";
}

/** The request is known not to have reached the target, so that repeating it can't do anything twice. */
export function neverArrived(failure: NetworkFailure): boolean {
  return failure.kind === "refused" || failure.kind === "unresolved";
}
