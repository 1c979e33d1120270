import type { RunnerTestSuite, TestContext } from "vitest";
import type { ConformanceOptions } from "../library/conformance-options.ts";
import { type ConformanceRun, runConformance } from "../library/conformance-run.ts";
import { chaptersFor, idsIn } from "../library/requirements.ts";
import type { RequirementResult } from "../model/index.ts";

/** A verdict, with the seed that repeats it. */
export interface Told {
  readonly result: RequirementResult;
  readonly seed: number;
}

/** The run behind the tests of one call. */
export interface Session {
  /** What became of a requirement, or why nothing did. */
  resultOf(id: string, context: TestContext): Promise<Told | string>;
  /** Throws unless the run as a whole is conformant. */
  outcome(context: TestContext): Promise<void>;
  /** Ends what is still under way. Throws where nothing was judged and no test has said so. */
  close(): Promise<void>;
}

/**
 * A run that begins when the first of its tests does, because only then it is known which of them Vitest has selected.
 *
 * @param ids - The requirements by the names of their tests.
 */
export function createSession(
  optionsFrom: () => Promise<ConformanceOptions>,
  ids: ReadonlyMap<string, string>,
): Session {
  const interruption = new AbortController();
  let begun: Promise<ConformanceRun> | undefined;
  let isOutcomeTold = false;
  const begin = async (root: RunnerTestSuite | undefined): Promise<ConformanceRun> => {
    const options = await optionsFrom();
    const signals = [interruption.signal, ...(options.signal === undefined ? [] : [options.signal])];
    const narrowed = narrow(options, selectedIn(root, ids));
    return runConformance({ ...narrowed, signal: AbortSignal.any(signals) });
  };
  return {
    async resultOf(id, { signal, task }) {
      signal.addEventListener("abort", () => interruption.abort(), { once: true });
      begun ??= begin(task.suite?.suite);
      try {
        return (await verdictOn(id, await begun)) ?? "not selected by the options of the run";
      } catch (error) {
        return `not judged: ${error instanceof Error ? error.message : String(error)}`;
      }
    },
    async outcome({ skip, annotate, task }) {
      // A test that was skipped while it ran no longer looks selected: this can be asked before the first only.
      if (begun === undefined && selectedIn(task.suite, ids).size === 0)
        return skip("no requirement is selected");
      isOutcomeTold = true;
      begun ??= begin(task.suite);
      const { outcome, reasons } = await (await begun).report;
      const text = [outcome, ...reasons].join("\n");
      if (outcome === "non-conformant" || outcome === "not-judged") throw plainError("Outcome", text);
      await annotate(text, "notice");
    },
    async close() {
      interruption.abort();
      try {
        const report = await (await begun)?.report;
        if (report?.outcome === "not-judged")
          throw plainError("Outcome", [report.outcome, ...report.reasons].join("\n"));
      } catch (error) {
        if (!isOutcomeTold) throw error;
      }
    },
  };
}

/** The options, for no more requirements than Vitest has selected. */
function narrow(options: ConformanceOptions, selected: ReadonlySet<string>): ConformanceOptions {
  const wanted = idsIn(chaptersFor(options));
  const only = wanted.filter((id) => selected.has(id));
  if (only.length === 0) throw new Error("the options leave nothing of what is selected here");
  return only.length === wanted.length ? options : { ...options, only };
}

function selectedIn(
  root: RunnerTestSuite | undefined,
  ids: ReadonlyMap<string, string>,
): ReadonlySet<string> {
  const chapters = root?.tasks.flatMap((task) => (task.type === "suite" ? [task] : [])) ?? [];
  const tests = chapters
    .flatMap(({ tasks }) => tasks)
    .filter(({ mode }) => mode !== "skip" && mode !== "todo");
  return new Set(tests.flatMap(({ name }) => ids.get(name) ?? []));
}

async function verdictOn(id: string, run: ConformanceRun): Promise<Told | undefined> {
  let seed = 0;
  for await (const event of run) {
    if (event.type === "run-started") seed = event.run.seed;
    if (event.type === "requirement-judged" && event.result.id === id) return { result: event.result, seed };
  }
  return undefined;
}

/** An error whose place in our code would tell a vendor nothing. */
export function plainError(name: string, message: string): Error {
  return Object.assign(new Error(message), { name, stack: `${name}: ${message}` });
}
