import { type RequirementResult, type RunReport, type Verdict, verdicts } from "../model/index.ts";
import { type Detail, type Extent, explanation } from "./console-explain.ts";
import { liveWarning } from "./console-lines.ts";
import { summaryTable } from "./console-table.ts";
import { isAgainstTarget, reasonOf } from "./evidence.ts";
import { outcomeName, limitWords } from "./outcome-words.ts";
import { tallyWords } from "./tally.ts";
import type { Paint } from "./terminal.ts";
import { count, cut, duration, printable } from "./text.ts";
import { outcomeColours, signed } from "./verdict-style.ts";

const full: Extent = { findings: 1000, characters: 5000, exchanges: true };
const usual: Extent = { findings: 3, characters: 600, exchanges: true };
const short: Extent = { findings: 1, characters: 300, exchanges: false };

/** The end of a run: what went wrong and why, what was not judged and why, the tally, and what to make of it. */
export function closing(paint: Paint, report: RunReport, detail: Detail): string[] {
  const explained = (["errored", "warned", "failed"] as const).flatMap((verdict) =>
    report.requirements
      .filter((result) => result.verdict === verdict)
      .flatMap((result) => explanation(paint, result, extentFor(report, result, detail))),
  );
  return [
    "",
    ...section(paint, "What was found", explained),
    ...section(paint, "Not judged", unjudged(paint, report, detail)),
    ...section(paint, "Left on the target", leftOver(report, detail)),
    ...summaryTable(paint, report),
    "",
    ...(report.target.live ? [liveWarning(paint)] : []),
    ...unclaimed(report),
    ...casesLine(report),
    ...report.reasons.map((reason) => `  ${printable(reason)}`),
    ...(report.reasons.length > 0 ? [""] : []),
  ];
}

function casesLine({ cases }: RunReport): string[] {
  return cases === undefined ? [] : [`  ${cases.total} generated cases, ${cases.perSecond} per second`];
}

/** What nobody judged because nobody claimed it. */
function unclaimed({ unclaimed: served, claims }: RunReport): string[] {
  if (served.length === 0) return [];
  const all = [...claims, ...served].join(",");
  return [
    `  the target also serves ${served.join(", ")} without claiming it: --claims ${all} judges that too`,
  ];
}

/** The run in one line; all that `--quiet` says. */
export function finalLine(
  paint: Paint,
  report: RunReport,
  { folder, page }: { readonly folder?: string; readonly page?: string } = {},
  reasons: readonly string[] = [],
): string {
  const colour = outcomeColours[report.outcome];
  return [
    `${paint("bold", paint(colour, outcomeName(report).toUpperCase() + limitWords(report)))}: ${tallyWords(report.summary)}`,
    `${count(report.summary.requests, "request")} in ${duration(report.durationMs)}`,
    `seed ${report.seed}`,
    ...(folder === undefined ? [] : [linkTo(paint, printable(folder), page)]),
    ...reasons.map((reason) => cut(printable(reason), 600)),
  ].join(" · ");
}

function linkTo({ link }: Paint, text: string, page: string | undefined): string {
  return link === undefined || page === undefined ? text : link(text, page);
}

function extentFor(report: RunReport, result: RequirementResult, detail: Detail): Extent {
  if (detail === "verbose") return full;
  return isAgainstTarget(report, result) || result.verdict === "errored" ? usual : short;
}

/** Requirements that were not judged, those with one cause together. */
function unjudged(paint: Paint, report: RunReport, detail: Detail): string[] {
  const names = detail === "verbose" ? Infinity : 5;
  return [...causes(report.requirements).values()].flatMap(({ verdict, reason, results }) => {
    const heading = `${signed(paint, verdict, `${results.length} ${verdict}`)}: ${cut(printable(reason), 600)}`;
    return [heading].concat(named(results, names).map((line) => paint("dim", `    ${line}`)));
  });
}

interface Cause {
  readonly verdict: Verdict;
  readonly reason: string;
  readonly results: RequirementResult[];
}

function causes(requirements: readonly RequirementResult[]): ReadonlyMap<string, Cause> {
  const found = new Map<string, Cause>();
  for (const verdict of verdicts.filter((one) => one === "blocked" || one === "skipped"))
    for (const result of requirements.filter((one) => one.verdict === verdict)) {
      const reason = reasonOf(result) ?? "no reason given";
      const key = `${verdict} ${reason}`;
      const cause = found.get(key) ?? { verdict, reason, results: [] };
      cause.results.push(result);
      found.set(key, cause);
    }
  return found;
}

/** The MUSTs first: they decide whether a run says anything. */
function named(results: readonly RequirementResult[], most: number): string[] {
  const ordered = results.toSorted(
    (one, other) => Number(other.level === "MUST") - Number(one.level === "MUST"),
  );
  const lines = ordered.slice(0, most).map((result) => {
    const waived = result.waived !== undefined && result.missing === undefined ? " (waived)" : "";
    return `${result.level.padEnd(6)} ${printable(result.id)}${waived}`;
  });
  return ordered.length > most ? [...lines, `and ${ordered.length - most} more`] : lines;
}

function leftOver({ leftOver: things }: RunReport, detail: Detail): string[] {
  const most = detail === "verbose" ? Infinity : 10;
  const lines = things
    .slice(0, most)
    .map(({ kind, id, reason }) => `${printable(kind)} ${printable(id)}: ${cut(printable(reason), 300)}`);
  return things.length > most ? [...lines, `and ${things.length - most} more`] : lines;
}

function section(paint: Paint, title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const body = lines.at(-1) === "" ? lines.slice(0, -1) : lines;
  return [paint("bold", title), "", ...body.map((line) => (line === "" ? "" : `  ${line}`)), ""];
}
