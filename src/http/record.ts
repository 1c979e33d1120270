import type { Exchange, ExchangeRecord, HeaderFields } from "../model/index.ts";
import { curlOf } from "./curl.ts";
import type { Redaction } from "./redaction.ts";

/** Characters of a body that a report shows. */
const longest = 4096;

/** Turns an exchange into what reports may show: masked first, cut afterwards, so that no secret survives in halves. */
export function recordOf(exchange: Exchange, redaction: Redaction): ExchangeRecord {
  const { request, response, failure, at } = exchange;
  const masked = {
    method: request.method,
    url: redaction.mask(request.url),
    headers: maskFields(request.headers, redaction),
    ...(request.body === undefined ? {} : { body: redaction.mask(textOf(request.body)) }),
  };
  return {
    at,
    durationMs: Math.round(exchange.durationMs * 10) / 10,
    request: masked.body === undefined ? masked : { ...masked, body: cut(masked.body) },
    ...(response === undefined
      ? {}
      : {
          response: {
            status: response.status,
            headers: maskFields(response.headers, redaction),
            body: cut(redaction.mask(response.body)),
          },
        }),
    ...(failure === undefined ? {} : { failure: { ...failure, message: redaction.mask(failure.message) } }),
    curl: cut(curlOf(masked), 4 * longest),
  };
}

function maskFields(fields: HeaderFields, redaction: Redaction): HeaderFields {
  return fields.map(([name, value]) => [name, cut(redaction.mask(value))] as const);
}

function textOf(body: string | Uint8Array): string {
  return typeof body === "string" ? body : Buffer.from(body).toString("utf8");
}

/** Shortens a text, and says by how much. Only ever after masking. */
export function cut(text: string, length = longest): string {
  return text.length <= length ? text : `${text.slice(0, length)}… (${text.length - length} more characters)`;
}
