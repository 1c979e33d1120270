import { tmpdir } from "node:os";
import { suites } from "../../suites/index.ts";
import { loadSettings } from "../config/index.ts";
import { conduct } from "../library/conduct.ts";
import { createRunId } from "../library/run-folder.ts";
import { startSelf } from "../library/self.ts";
import { edition, tool } from "../library/tool.ts";
import { type Measured, means, meansGiven, type RunSettings } from "../model/index.ts";
import { dryWords, measuredLines, openScreen, planLines, reportOf } from "../report/index.ts";
import { type Part, planOf } from "../runner/index.ts";
import { type Context, notJudgedExitCode } from "./context.ts";
import { referenceThread } from "./reference-thread.ts";

export interface DryRun {
  readonly settings: RunSettings;
  readonly bundled: boolean;
  readonly part: Part | undefined;
  readonly quiet: boolean;
}

/** Tells what a run would do. Its target hears nothing of it, and nothing is written. Resolves to the exit code. */
export async function dryRun({ settings, bundled, part, quiet }: DryRun, context: Context): Promise<number> {
  const screen = openScreen(context.print, context.terminal);
  const extent = { bundled, ...(part === undefined ? {} : { part }) };
  const plan = planOf({ suites, settings, tool, edition, ...extent });
  if (!quiet) {
    screen.print(...planLines(screen.paint, plan));
    screen.status(() => "counting what such a run makes, on the reference server");
    const measured = await measure(settings, part, context.signal);
    screen.status(() => "");
    if (measured === undefined) return notJudgedExitCode;
    screen.print(...measuredLines(screen.paint, measured, plan.requestsPerSecond));
  }
  screen.print(dryWords(screen.paint));
  return 0;
}

/** The same run against a reference server of its own; nothing if it was interrupted. */
async function measure(
  settings: RunSettings,
  part: Part | undefined,
  signal: AbortSignal,
): Promise<Measured | undefined> {
  const given = meansGiven(settings);
  const self = await startSelf(
    means.filter((name) => !given.includes(name)),
    {},
    referenceThread(),
  );
  try {
    const own = loadSettings({ cwd: tmpdir(), builtIn: self.layer });
    const { events, error } = await conduct({
      settings: elsewhere(settings, own),
      runId: createRunId(new Date()),
      invocation: "--self",
      emit: () => undefined,
      signal,
      ...(part === undefined ? {} : { part }),
    });
    if (error !== undefined) throw error;
    const { made, summary } = reportOf(events);
    if (made === undefined || signal.aborted) return undefined;
    return { made, requests: summary.requests, unmeasured: summary.blocked + summary.errored };
  } finally {
    await self.close();
  }
}

/** What is judged, and by how much, at the address and with the credentials of another target. */
function elsewhere(settings: RunSettings, own: RunSettings): RunSettings {
  const { claims, without, selection, seed, strict, providers, session, limits } = settings;
  return {
    ...own,
    claims,
    without,
    selection,
    seed,
    strict,
    providers,
    session,
    limits: { ...own.limits, cases: limits.cases },
  };
}
