import type { RequirementResult, RunReport } from "../model/index.ts";
import type { ConsoleOptions } from "./console.ts";
import { explanation } from "./console-explain.ts";
import { reasonOf } from "./evidence.ts";
import { openScreen, type Paint } from "./terminal.ts";
import { count, cut, duration, printable } from "./text.ts";
import { signed } from "./verdict-style.ts";

type Fate = "still fails" | "no longer fails" | "not judged";

const exits: Readonly<Record<Fate, number>> = { "still fails": 1, "no longer fails": 0, "not judged": 3 };
const colours = { "still fails": "red", "no longer fails": "green", "not judged": "magenta" } as const;

/** Tells what became of failures that were judged again. Answers the exit code. */
export function tellReplay(report: RunReport, ids: readonly string[], options: ConsoleOptions): number {
  const { print, paint } = openScreen(options.write, options.terminal);
  const { detail = "normal" } = options;
  const fates = ids.map((id) => {
    const result = report.requirements.find((one) => one.id === id);
    return { id, result, fate: fateOf(result) };
  });
  if (detail !== "quiet") {
    for (const { id, result, fate } of fates) {
      print(heading(paint, id, fate, result, report.ended));
      if (fate === "still fails" && result !== undefined)
        print(...explanation(paint, result, detail === "verbose" ? full : usual).slice(1));
    }
  }
  const told = fates.map(({ fate }) => fate);
  const worst = (["still fails", "not judged", "no longer fails"] as const).find((fate) =>
    told.includes(fate),
  );
  const overall = worst ?? "not judged";
  print(finalLine(paint, report, overall, told));
  return exits[overall];
}

const usual = { findings: 3, characters: 600, exchanges: true };
const full = { findings: 1000, characters: 5000, exchanges: true };

function fateOf(result: RequirementResult | undefined): Fate {
  if (result?.verdict === "failed" || result?.verdict === "warned") return "still fails";
  return result?.verdict === "passed" || result?.verdict === "noted" ? "no longer fails" : "not judged";
}

function heading(
  paint: Paint,
  id: string,
  fate: Fate,
  result: RequirementResult | undefined,
  ended: string | undefined,
): string {
  const verdict = result?.verdict ?? "blocked";
  const reason = (result === undefined ? undefined : reasonOf(result)) ?? ended;
  const why = reason === undefined ? "" : `: ${cut(printable(reason), 1000)}`;
  return `${signed(paint, verdict, fate)} ${printable(id)}${why}`;
}

/** `STILL FAILS: 1 of 3 · seed 42 · 12 requests in 0.4 s` */
function finalLine(paint: Paint, report: RunReport, overall: Fate, told: readonly Fate[]): string {
  const others = (Object.keys(exits) as Fate[])
    .filter((fate) => fate !== overall && told.includes(fate))
    .map((fate) => `${told.filter((one) => one === fate).length} ${fate}`);
  const own = told.filter((fate) => fate === overall).length;
  return [
    `${paint("bold", paint(colours[overall], overall.toUpperCase()))}: ${[`${own} of ${told.length}`, ...others].join(", ")}`,
    printable(report.target.url),
    `seed ${report.seed}`,
    `${count(report.summary.requests, "request")} in ${duration(report.durationMs)}`,
  ].join(" · ");
}
