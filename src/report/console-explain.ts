import type { ExchangeRecord, RequirementResult } from "../model/index.ts";
import {
  type Fact,
  type Finding,
  exchangeLine,
  expectation,
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
  const declared = result.expected === undefined ? undefined : expectation(result.expected);
  const reason = [declared, reasonOf(result)].filter((text) => text !== undefined).join("; ");
  const left = found.length - extent.findings;
  return [
    `${signed(paint, result.verdict, printable(result.id))}${reason === "" ? "" : ` (${printable(reason)})`}`,
    `  ${paint("bold", result.level)} ${printable(result.title)}`,
    ...rows(paint, [["source", sourceLine(result.source)]], extent),
    ...(result.verdict === "errored" ? rows(paint, [ourFault], extent) : []),
    ...found.slice(0, extent.findings).flatMap((finding) => [""].concat(findingRows(paint, finding, extent))),
    ...(left > 0 ? [`  ${paint("dim", `and ${count(left, "violation")} more, all in the reports`)}`] : []),
    ...(found.length > 0 ? [""] : []),
    ...rows(paint, [["again", result.reproduce]], extent),
    "",
  ];
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
