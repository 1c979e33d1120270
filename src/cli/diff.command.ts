import { compare, comparisonLines, comparisonMarkdown, openScreen, regressions } from "../report/index.ts";
import type { Context } from "./context.ts";
import { readRun } from "./read-run.ts";

export interface DiffFlags {
  readonly strict?: boolean;
  readonly json?: boolean;
  readonly markdown?: boolean;
}

const worseExitCode = 1;

/** Says what became better and what worse from one run to the next. Resolves to 1 if anything became worse. */
export function diffCommand(old: string, young: string, flags: DiffFlags, context: Context): number {
  const comparison = compare(readRun(old, context.cwd), readRun(young, context.cwd));
  if (flags.json === true) context.print(`${JSON.stringify(comparison, undefined, 2)}\n`);
  else if (flags.markdown === true) context.print(comparisonMarkdown(comparison));
  else {
    const { print, paint } = openScreen(context.print, context.terminal);
    print(...comparisonLines(paint, comparison));
  }
  return regressions(comparison, flags.strict === true).length > 0 ? worseExitCode : 0;
}
