import type { RequirementResult, RunEvent, RunReport, Verdict } from "../model/index.ts";
import { closing, finalLine } from "./console-closing.ts";
import type { Detail } from "./console-explain.ts";
import { causeLine, openingLines, variantLines, verdictLine } from "./console-lines.ts";
import { reasonOf } from "./evidence.ts";
import { occurring, reportOf, summaryOf } from "./fold.ts";
import { type Screen, type Terminal, openScreen } from "./terminal.ts";
import { printable } from "./text.ts";

export interface ConsoleOptions {
  readonly write: (text: string) => void;
  readonly terminal: Terminal;
  readonly detail?: Detail;
  /** Where the reports of the run are, to be named at the end. */
  readonly folder?: string;
}

/** Hears the events of a run in their order. */
export type Reporter = (event: RunEvent) => void;

/** Tells a run to a person as it happens: each verdict when it is known, and at the end what to make of them. */
export function consoleReporter(options: ConsoleOptions): Reporter {
  const { detail = "normal" } = options;
  const screen = openScreen(options.write, options.terminal);
  const events: RunEvent[] = [];
  const hear = detail === "quiet" ? () => {} : teller(screen, detail);
  return (event) => {
    events.push(event);
    hear(event);
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
  { detail = "normal", folder }: ConsoleOptions,
): void {
  if (detail === "quiet") print(finalLine(paint, report, folder, report.reasons));
  else print(...closing(paint, report, detail), finalLine(paint, report, folder));
}

/** What is told while the run goes on. */
function teller(screen: Screen, detail: Detail): Reporter {
  const progress = new Progress();
  const told = new Set<string>();
  return (event) => {
    progress.hear(event);
    if (event.type === "run-started") screen.print(...openingLines(screen.paint, event.run));
    if (event.type === "requirement-judged")
      screen.print(...judgedLines(screen, event.result, { verbose: detail === "verbose", told }));
    screen.status(event.type === "run-finished" ? "" : progress.line());
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

/** How far a run is, for the status line. */
class Progress {
  readonly #running = new Set<string>();
  readonly #judged: { verdict: Verdict }[] = [];
  #planned = 0;

  hear(event: RunEvent): void {
    if (event.type === "run-started") this.#planned = event.run.planned;
    if (event.type === "requirement-started") this.#running.add(event.id);
    if (event.type !== "requirement-judged") return;
    this.#running.delete(event.result.id);
    this.#judged.push(event.result);
  }

  line(): string {
    const tallies = occurring(summaryOf(this.#judged)).map(([verdict, amount]) => `${amount} ${verdict}`);
    const now = [...this.#running].map(printable).join(", ");
    return [`${this.#judged.length} of ${this.#planned}`, tallies.join(", "), now]
      .filter(Boolean)
      .join(" · ");
  }
}
