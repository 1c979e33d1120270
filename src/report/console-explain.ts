import type { ExchangeRecord, HeaderFields, RequirementResult } from "../model/index.ts";
import {
  type Fact,
  type Finding,
  exchangeLine,
  findings,
  reasonOf,
  sourceLine,
  violationFacts,
} from "./evidence.ts";
import type { Paint } from "./terminal.ts";
import { count, cut, printable } from "./text.ts";
import { signed } from "./verdict-style.ts";

/** How much is told: the final line alone, each verdict, or variants, notes and durations too. */
export type Detail = "quiet" | "normal" | "verbose";

/** How much of an explanation is printed. */
export interface Extent {
  /** Violations of one requirement. */
  readonly findings: number;
  /** Characters of one fact. */
  readonly characters: number;
  /** Whether the exchange and its curl line are shown. */
  readonly exchanges: boolean;
}

/** One requirement explained: what it asks, who says so, what was expected, what came, how to see it again. */
export function explanation(paint: Paint, result: RequirementResult, extent: Extent): string[] {
  const found = findings(result);
  const reason = reasonOf(result);
  const left = found.length - extent.findings;
  return [
    `${signed(paint, result.verdict, printable(result.id))}${reason === undefined ? "" : ` (${printable(reason)})`}`,
    `  ${paint("bold", result.level)} ${printable(result.title)}`,
    ...rows(paint, [["source", sourceLine(result.source)]], extent).map((row) => linked(paint, row, result)),
    ...(result.verdict === "errored" ? rows(paint, [ourFault], extent) : []),
    ...found.slice(0, extent.findings).flatMap((finding) => [""].concat(findingRows(paint, finding, extent))),
    ...(left > 0 ? [`  ${paint("dim", `and ${count(left, "violation")} more, all in the reports`)}`] : []),
    ...(found.length > 0 ? [""] : []),
    ...rows(paint, [["again", result.reproduce]], extent),
    "",
  ];
}

/** The address in a line leads there. */
function linked({ link }: Paint, row: string, { source: { url } }: RequirementResult): string {
  const end = url === undefined ? -1 : row.lastIndexOf(url);
  if (link === undefined || url === undefined || end < 0) return row;
  return row.slice(0, end) + link(url, url) + row.slice(end + url.length);
}

const ourFault: Fact = [
  "note",
  "the check itself broke: a bug of this tool, not of the target; please report it",
];

function findingRows(paint: Paint, { variant, violation }: Finding, extent: Extent): string[] {
  const exchange = extent.exchanges ? violation.exchange : undefined;
  return rows(
    paint,
    [
      ...(variant === undefined ? [] : [["variant", variant] as const]),
      ...violationFacts(violation),
      ...(exchange ? exchangeFacts(exchange) : []),
    ],
    extent,
  );
}

/** What was asked and what came, with the header fields in which the answer differs from another one. */
export function exchangeRows(paint: Paint, exchange: ExchangeRecord, other?: ExchangeRecord): string[] {
  const facts = exchangeFacts(exchange).filter(([label]) => label !== "curl");
  const fields = otherFields(exchange, other).map(([name, value]): Fact => ["header", `${name}: ${value}`]);
  return rows(paint, [...facts, ...fields], { findings: 1, characters: 600, exchanges: true });
}

/** Header fields that differ between any two answers. */
const incidental = /^(date|etag|content-length|keep-alive)$/i;

function otherFields({ response }: ExchangeRecord, other: ExchangeRecord | undefined): HeaderFields {
  if (response === undefined || response.status !== other?.response?.status) return [];
  const known = new Set(other.response.headers.map((field) => field.join(": ")));
  return response.headers.filter((field) => !known.has(field.join(": ")) && !incidental.test(field[0]));
}

function exchangeFacts(exchange: ExchangeRecord): readonly Fact[] {
  const body = exchange.response?.body.replace(/\s+/g, " ").trim() ?? "";
  return [
    ["exchange", exchangeLine(exchange)],
    ...(body === "" ? [] : [["body", cut(body, 240)] as const]),
    ["curl", exchange.curl],
  ];
}

/** A line that is to be run again is cut much later than one that is only read. */
function rows(paint: Paint, facts: readonly Fact[], { characters }: Extent): string[] {
  return facts.map(([label, text]) => {
    const length = label === "curl" || label === "again" ? 8000 : characters;
    return `  ${paint("dim", label.padEnd(9))} ${printable(cut(text, length))}`;
  });
}
