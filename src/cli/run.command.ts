import { relative, resolve } from "node:path";
import { suites } from "../../suites/index.ts";
import { type Flags, loadSettings } from "../config/index.ts";
import { type RunEvent, type RunReport, type RunSettings, exitCodes } from "../model/index.ts";
import { type Journal, consoleReporter, openJournal, reportOf } from "../report/index.ts";
import { refuseUnknown, run, select, shardOf } from "../runner/index.ts";
import { type Context, notJudgedExitCode } from "./context.ts";
import { invocationOf, replayOf } from "./invocation.ts";
import { openInThread } from "./reference-thread.ts";
import { createRunFolder, createRunId } from "./run-folder.ts";
import { detailOf, type RunFlags } from "./run-options.ts";
import { partFrom } from "./run-part.ts";
import { type Place, copiesFrom, usualCopies, writeReports } from "./run-reports.ts";
import { type Self, startSelf } from "./self.ts";
import { hideSecrets } from "./shown-secrets.ts";
import { edition, tool } from "./tool.ts";

/** Judges a target. Resolves to the exit code; throws only for wrong usage and configuration. */
export async function runCommand(flags: RunFlags, context: Context): Promise<number> {
  hideSecrets(flags, context);
  const self = flags.self === true ? await startSelf(flags.without, {}, openInThread) : undefined;
  try {
    return await judge(flags, settingsOf(flags, context, self), context);
  } finally {
    await self?.close();
  }
}

/** With `--self` the environment is another target's business, but for a seed. */
export function settingsOf(flags: Flags, { cwd, env }: Context, self: Self | undefined): RunSettings {
  if (self === undefined) return loadSettings({ flags, env, cwd });
  return loadSettings({
    flags,
    env: { KADOSEI_SEED: env["KADOSEI_SEED"] },
    cwd,
    builtIn: self.layer,
  });
}

async function judge(flags: RunFlags, settings: RunSettings, context: Context): Promise<number> {
  const part = partFrom(flags, context);
  shardOf(select(suites, settings.selection), part);
  refuseUnknown(suites, settings.expectedFailures);
  const copies = [...usualCopies, ...copiesFrom(flags.report ?? [], context.cwd)];
  const runId = createRunId(new Date());
  const folder = createRunFolder(resolve(context.cwd, flags.out), runId);
  const journal = openJournal(folder);
  const shownFolder = relative(context.cwd, folder) || folder;
  const { events, emit } = recorder(flags, context, journal, shownFolder);
  const invocation = invocationOf(flags);
  const replay = (id: string) => replayOf(shownFolder, id, flags);
  const { signal } = context;
  const extent = { bundled: flags.self === true, ...(part === undefined ? {} : { part }) };
  signal.addEventListener("abort", () => context.warn(stopping));
  const error = await failureOf(
    run({ suites, settings, tool, edition, runId, invocation, replay, emit, signal, ...extent }),
  );
  journal.close();
  const exitCode = concluded(events, { folder, copies, journal, context });
  if (error !== undefined && !signal.aborted) throw error;
  return exitCode;
}

const stopping = "Stopping: cleaning up and writing the reports. Once more, and it stops at once.";

/** What a run ended with other than a report; the reports are written first. */
async function failureOf(running: Promise<unknown>): Promise<unknown> {
  try {
    await running;
    return undefined;
  } catch (error) {
    return error ?? new Error("the run failed without a reason");
  }
}

interface Recorder {
  readonly events: readonly RunEvent[];
  readonly emit: (event: RunEvent) => void;
}

/** Keeps the events of a run, on disk above all, and tells them to the console. */
function recorder(flags: RunFlags, context: Context, journal: Journal, folder: string): Recorder {
  const events: RunEvent[] = [];
  const tell = consoleReporter({
    write: context.print,
    terminal: context.terminal,
    detail: detailOf(flags),
    folder,
  });
  const emit = (event: RunEvent) => {
    events.push(event);
    journal.append(event);
    tell(event);
  };
  return { events, emit };
}

export interface Ending extends Place {
  readonly journal: Journal;
}

/** Writes the reports of a run, and says how the process ends. */
export function concluded(events: readonly RunEvent[], { journal, ...place }: Ending): number {
  if (!events.some(({ type }) => type === "run-started")) return notJudgedExitCode;
  const report: RunReport = reportOf(events);
  const unwritten = [...journal.unwritten(), ...writeReports(report, place)];
  for (const line of unwritten) place.context.warn(line);
  const exitCode = exitCodes[report.outcome];
  return unwritten.length > 0 && exitCode === 0 ? notJudgedExitCode : exitCode;
}
