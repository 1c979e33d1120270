import type { RequirementResult, RunEvent, RunNews, RunReport } from "../model/index.ts";
import { closing, finalLine } from "./console-closing.ts";
import type { Detail } from "./console-explain.ts";
import { causeLine, exchangedLine, openingLines, variantLines, verdictLine } from "./console-lines.ts";
import { createProgress } from "./progress.ts";
import { reasonOf } from "./evidence.ts";
import { reportOf } from "./fold.ts";
import { type Screen, type Terminal, openScreen } from "./terminal.ts";

export interface ConsoleOptions {
  readonly write: (text: string) => void;
  readonly terminal: Terminal;
  readonly detail?: Detail;
  /** Where the reports of the run are, to be named at the end. */
  readonly folder?: string;
  /** Address of the report that people read, for terminals that know links. */
  readonly page?: string;
}

/** Hears the events of a run in their order, and how far it is between them. */
export type Reporter = (event: RunEvent | RunNews) => void;

/** Tells a run to a person as it happens: each verdict when it is known, and at the end what to make of them. */
export function consoleReporter(options: ConsoleOptions): Reporter {
  const { detail = "normal" } = options;
  const screen = openScreen(options.write, options.terminal);
  const events: RunEvent[] = [];
  const hear = detail === "quiet" ? () => {} : teller(screen, options.terminal, detail);
  return (event) => {
    hear(event);
    if (event.type === "progress" || event.type === "exchanged") return;
    events.push(event);
    if (event.type !== "run-finished") return;
    conclude(screen, reportOf(events), options);
  };
}

/** Tells the end of a run again, of one that never came to its end too. */
export function tellConclusion(report: RunReport, options: ConsoleOptions): void {
  conclude(openScreen(options.write, options.terminal), report, options);
}

function conclude(
  { print, paint }: Screen,
  report: RunReport,
  { detail = "normal", ...place }: ConsoleOptions,
): void {
  if (detail === "quiet") print(finalLine(paint, report, place, report.reasons));
  else print(...closing(paint, report, detail), finalLine(paint, report, place));
}

/** What is told while the run goes on. */
function teller(screen: Screen, { isTTY }: Terminal, detail: Detail): Reporter {
  const progress = createProgress();
  const told = new Set<string>();
  return (event) => {
    const isDue = progress.hear(event);
    if (event.type === "run-started") screen.print(...openingLines(screen.paint, event.run));
    if (event.type === "requirement-judged")
      screen.print(...judgedLines(screen, event.result, { verbose: detail === "verbose", told }));
    if (event.type === "exchanged") screen.print(exchangedLine(screen.paint, event));
    if (isDue && !isTTY) screen.print(screen.paint("dim", progress.line()));
    screen.status(() => (event.type === "run-finished" ? "" : progress.line()));
  };
}

/** A requirement's lines. What many requirements share, a blocked premise above all, is said the first time only. */
function judgedLines(
  { paint }: Screen,
  result: RequirementResult,
  { verbose, told }: { readonly verbose: boolean; readonly told: Set<string> },
): string[] {
  if (verbose) return [verdictLine(paint, result, verbose), ...variantLines(paint, result)];
  if (result.verdict !== "blocked" && result.verdict !== "skipped")
    return [verdictLine(paint, result, verbose)];
  const cause = `${result.verdict} ${reasonOf(result)}`;
  if (told.has(cause)) return [];
  told.add(cause);
  return [causeLine(paint, result)];
}
