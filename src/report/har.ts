import type { ExchangeRecord, HeaderFields, RequirementResult, RunReport } from "../model/index.ts";
import { header } from "../model/index.ts";
import { type Finding, findings, isAgainstTarget } from "./evidence.ts";
import { outcomeWords } from "./outcome-words.ts";
import { tallyWords } from "./tally.ts";
import { cut, printable } from "./text.ts";

/** Entries and characters of a body, so that a browser can open the file. */
const mostEntries = 500;
const mostBody = 4500;

/** HTTP Archive 1.2 of the failures: every exchange that shows one, to be opened in a browser's network panel. */
export function renderHar(report: RunReport): string {
  const failures = report.requirements.filter(
    (result) => isAgainstTarget(report, result) || result.verdict === "warned",
  );
  const entries = failures.flatMap(entriesOf);
  const document = {
    log: {
      version: "1.2",
      creator: { name: report.tool.name, version: report.tool.version },
      comment: `${outcomeWords(report)}: ${tallyWords(report.summary)}`,
      entries: entries.slice(0, mostEntries),
    },
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function entriesOf(result: RequirementResult) {
  return findings(result).flatMap((finding) => {
    const { exchange } = finding.violation;
    return exchange === undefined ? [] : [entryOf(result, finding, exchange)];
  });
}

function entryOf({ id, verdict }: RequirementResult, finding: Finding, exchange: ExchangeRecord) {
  const { variant, violation } = finding;
  const { at, durationMs } = exchange;
  const name = variant === undefined ? "" : ` [${variant}]`;
  const told = `${id}${name}: ${violation.where}: expected ${violation.expected}, got ${violation.actual}`;
  return {
    startedDateTime: at,
    time: durationMs,
    request: requestOf(exchange),
    response: responseOf(exchange),
    cache: {},
    timings: { send: 0, wait: durationMs, receive: 0 },
    comment: cut(printable(told), 1000),
    _requirement: id,
    _verdict: verdict,
  };
}

function requestOf({ request }: ExchangeRecord) {
  const { method, headers, body } = request;
  const url = uriOf(request.url);
  const query = URL.canParse(url) ? [...new URL(url).searchParams] : [];
  return {
    method,
    url,
    httpVersion: "HTTP/1.1",
    cookies: [],
    headers: fields(headers),
    queryString: query.map(([name, value]) => ({ name, value })),
    ...(body === undefined ? {} : { postData: { mimeType: mediaType(request), text: cut(body, mostBody) } }),
    headersSize: -1,
    bodySize: -1,
  };
}

/** An exchange without an answer has the status 0, as browsers write it. */
function responseOf({ response, failure }: ExchangeRecord) {
  const { status, headers, body } = response ?? { status: 0, headers: [], body: "" };
  return {
    status,
    statusText: "",
    httpVersion: "HTTP/1.1",
    cookies: [],
    headers: fields(headers),
    content: { size: Buffer.byteLength(body), mimeType: mediaType({ headers }), text: cut(body, mostBody) },
    redirectURL: header({ headers }, "location") ?? "",
    headersSize: -1,
    bodySize: -1,
    ...(failure === undefined ? {} : { _error: `${failure.kind}: ${failure.message}` }),
  };
}

function fields(headers: HeaderFields) {
  return headers.map(([name, value]) => ({ name, value }));
}

function mediaType(message: { readonly headers: HeaderFields }): string {
  return header(message, "content-type") ?? "";
}

/** Odd paths are sent as they are, but an archive wants a URI. */
function uriOf(url: string): string {
  return url
    .toWellFormed()
    .replaceAll(/%(?![0-9a-f]{2})|[^\w\-.~:/?#[\]@!$&'()*+,;=%]/giu, encodeURIComponent);
}
