import type { FailureKind, NetworkFailure } from "../model/index.ts";

/** Thrown while an answer is read that grows beyond the limit, or takes longer than it may. */
export class AnswerCutOff extends Error {
  override readonly name = "AnswerCutOff";
  readonly code: "BODY_TOO_LARGE" | "ETIMEDOUT";

  constructor(code: AnswerCutOff["code"], message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

/** Error codes of Node.js and undici by what they mean for an exchange. */
const kinds: readonly (readonly [FailureKind, RegExp])[] = [
  ["refused", /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT)$/],
  ["unresolved", /^(ENOTFOUND|EAI_AGAIN)$/],
  ["tls", /^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|EPROTO|HOSTNAME_MISMATCH)/],
  ["timeout", /^(ETIMEDOUT|UND_ERR_HEADERS_TIMEOUT|UND_ERR_BODY_TIMEOUT|TimeoutError|23)$/],
  ["too-large", /^(BODY_TOO_LARGE|ERR_BUFFER_TOO_LARGE)$/],
  ["unsendable", /^(UND_ERR_INVALID_ARG|ERR_INVALID_(CHAR|URL))$/],
  ["unreadable", /^(HPE_|HTTPParserError$|UND_ERR_(HEADERS_OVERFLOW|RES_|RESPONSE)|Z_|ERR_HTTP)/],
];

/** What libraries say, as a sentence that means something to whoever runs the target. */
const sentences: readonly (readonly [says: RegExp, sentence: string])[] = [
  [/^Headers Overflow Error$/, "the answer's headers are longer than 64 KiB"],
  [
    /^(other side closed|Premature close|terminated)$/,
    "the target closed the connection before its answer was complete",
  ],
  [/ECONNRESET|socket hang up/, "the target reset the connection before its answer was complete"],
  [/EPIPE/, "the target stopped reading the request and closed the connection"],
  [/^bad response$/, "the target sent more than an answer, or none that belongs to the request"],
  [/^bad upgrade$/, "the target switched to another protocol, which nobody had asked for"],
  [
    /^(self[- ]signed certificate.*|unable to (get|verify) .*certificate.*)$/i,
    "$& (--ca <file> trusts it, --insecure trusts anything)",
  ],
  [/^certificate (has expired|is not yet valid)$/i, "$& (--insecure accepts it all the same)"],
  [/^(invalid .* header|Invalid character in header content.*)$/i, "no such request can be sent: $&"],
];

/** Names the reason that an exchange died of; what can't be told apart counts as a closed connection. */
export function failureOf(error: unknown): NetworkFailure {
  const codes = [...chain(error)].map(codeOf);
  const kind = kinds.find(([, pattern]) => codes.some((code) => pattern.test(code)))?.[0] ?? "closed";
  return { kind, message: error instanceof AnswerCutOff ? error.message : messageOf(error) };
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
  const last = messages.at(-1) ?? "the connection ended without an answer";
  const [says, sentence] = sentences.find(([pattern]) => pattern.test(last)) ?? [];
  return says === undefined || sentence === undefined ? last : phrased(last, says, sentence);
}

function phrased(message: string, says: RegExp, sentence: string): string {
  return sentence.includes("$&") ? message.replace(says, sentence) : sentence;
}

/** The request is known not to have reached the target, so that repeating it can't do anything twice. */
export function neverArrived(failure: NetworkFailure): boolean {
  return failure.kind === "refused" || failure.kind === "unresolved";
}
