import type { Exchange, ExchangeRecord, HeaderFields } from "../model/index.ts";
import { curlOf } from "./curl.ts";
import type { Redaction } from "./redaction.ts";

/** Characters of a body that a report shows. */
const longest = 4096;

/**
 * Turns an exchange into what reports may show: masked first, cut afterwards, so that no secret survives in halves.
 * `reach` is what curl has to be told to reach the target.
 */
export function recordOf(
  exchange: Exchange,
  redaction: Redaction,
  reach: readonly string[] = [],
): ExchangeRecord {
  const { request, response, failure } = exchange;
  const { method } = request;
  const mask = redaction.mask;
  const url = mask(request.url);
  const headers = maskFields(request.headers, redaction);
  const { body, isBinary } = bodyOf(request.body);
  const text = body === undefined ? {} : { body: mask(body) };
  const shown = body === undefined ? {} : { body: cut(mask(isBinary ? utf8(body) : body)) };
  return {
    at: new Date(exchange.at).toISOString(),
    durationMs: Math.round(exchange.durationMs * 10) / 10,
    request: { method, url, headers: cutFields(headers), ...shown },
    ...(response === undefined
      ? {}
      : {
          response: {
            status: response.status,
            headers: cutFields(maskFields(response.headers, redaction)),
            body: cut(mask(response.body)),
          },
        }),
    ...(failure === undefined ? {} : { failure: { ...failure, message: mask(failure.message) } }),
    curl: curlOf({ method, url, headers, ...text, isBinary }, reach),
  };
}

/** What is no UTF-8 is kept byte by byte. */
function bodyOf(body: string | Uint8Array | undefined): { body?: string; isBinary: boolean } {
  if (body === undefined || typeof body === "string")
    return { ...(body === undefined ? {} : { body }), isBinary: false };
  const bytes = Buffer.from(body);
  const isBinary = !bytes.equals(Buffer.from(bytes.toString("utf8")));
  return { body: bytes.toString(isBinary ? "latin1" : "utf8"), isBinary };
}

function utf8(latin1: string): string {
  return Buffer.from(latin1, "latin1").toString("utf8");
}

function maskFields(fields: HeaderFields, redaction: Redaction): HeaderFields {
  return fields.map(([name, value]) => [name, redaction.mask(value)] as const);
}

function cutFields(fields: HeaderFields): HeaderFields {
  return fields.map(([name, value]) => [name, cut(value)] as const);
}

/** Shortens a text, and says by how much. Only ever after masking. */
export function cut(text: string, length = longest): string {
  return text.length <= length ? text : `${text.slice(0, length)}… (${text.length - length} more characters)`;
}
