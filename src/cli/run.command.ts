import { join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { suites } from "../../suites/index.ts";
import { type Flags, loadSettings } from "../config/index.ts";
import { conduct, type Conducted, refuseEmpty } from "../library/conduct.ts";
import { invocationOf, replayOf } from "../library/invocation.ts";
import { createRunFolder, createRunId } from "../library/run-folder.ts";
import { usualCopies } from "../library/run-reports.ts";
import { type Self, startSelf } from "../library/self.ts";
import { type RunSettings, exitCodes } from "../model/index.ts";
import { consoleReporter, formats, reportOf } from "../report/index.ts";
import { certificateOffer } from "./certificate-offer.ts";
import { type Context, notJudgedExitCode } from "./context.ts";
import { dryRun } from "./dry-run.ts";
import type { ReferenceThread } from "./reference-thread.ts";
import { detailOf, type RunFlags } from "./run-options.ts";
import { partFrom } from "./run-part.ts";
import { copiesFrom, type Place, refuseUnknownFormats, writeReports } from "./run-reports.ts";
import { hideSecrets } from "./shown-secrets.ts";

/**
 * Judges a target, or the reference server on a thread that is given. Resolves to the exit code; throws only for wrong
 * usage and configuration.
 */
export async function runCommand(
  flags: RunFlags,
  context: Context,
  thread: ReferenceThread | undefined,
): Promise<number> {
  hideSecrets(flags, context);
  const self = thread === undefined ? undefined : await startSelf(flags.without, {}, thread);
  try {
    return await judge(flags, settingsOf(flags, context, self), context);
  } finally {
    await self?.close();
  }
}

/** With `--self` the environment is another target's business, but for a seed. */
export function settingsOf(flags: Flags, { cwd, env }: Context, self: Self | undefined): RunSettings {
  const ids = suites.flatMap(({ requirements }) => requirements.map(({ id }) => id));
  if (self === undefined) return loadSettings({ flags, env, cwd, ids });
  return loadSettings({
    flags,
    ids,
    env: { KADOSEI_SEED: env["KADOSEI_SEED"] },
    cwd,
    builtIn: self.layer,
  });
}

async function judge(flags: RunFlags, settings: RunSettings, context: Context): Promise<number> {
  const part = partFrom(flags, context);
  refuseEmpty(settings, part);
  if (flags.dryRun === true) {
    refuseUnknownFormats(flags.report ?? []);
    return dryRun({ settings, part, bundled: flags.self === true, quiet: flags.quiet === true }, context);
  }
  const copies = [...usualCopies, ...copiesFrom(flags.report ?? [], context.cwd)];
  const runId = createRunId(new Date());
  const folder = createRunFolder(resolve(context.cwd, flags.out), runId);
  const shownFolder = relative(context.cwd, folder) || folder;
  const { signal } = context;
  signal.addEventListener("abort", () => context.warn(stopping));
  const tell = consoleReporter({
    write: context.print,
    terminal: context.terminal,
    detail: detailOf(flags),
    folder: shownFolder,
    page: pathToFileURL(join(folder, formats.html.file)).href,
  });
  const conducted = await conduct({
    settings,
    runId,
    folder,
    invocation: invocationOf(flags),
    replay: (id) => replayOf(shownFolder, id, flags),
    bundled: flags.self === true,
    ...(part === undefined ? {} : { part }),
    emit: tell,
    listener: { hear: tell, exchanges: flags.verbose === true },
    signal,
  });
  const exitCode = concluded(conducted, { folder, copies, context });
  if (conducted.error !== undefined && !signal.aborted) throw conducted.error;
  if (exitCode === 0 && flags.quiet !== true)
    context.print(certificateOffer(conducted.events, relative(context.cwd, folder)));
  return exitCode;
}

const stopping = "Stopping: cleaning up and writing the reports. Once more, and it stops at once.";

/** Writes the reports of a run, and says how the process ends. */
export function concluded({ events, unwritten }: Omit<Conducted, "error">, place: Place): number {
  if (!events.some(({ type }) => type === "run-started")) return notJudgedExitCode;
  const report = reportOf(events);
  const missing = [...unwritten, ...writeReports(report, place)];
  for (const line of missing) place.context.warn(line);
  const exitCode = exitCodes[report.outcome];
  return missing.length > 0 && exitCode === 0 ? notJudgedExitCode : exitCode;
}
