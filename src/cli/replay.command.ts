import { suites } from "../../suites/index.ts";
import type { Flags } from "../config/index.ts";
import { meansGiven, type RunReport, type RunSettings } from "../model/index.ts";
import { printable, tellReplay } from "../report/index.ts";
import { run } from "../runner/index.ts";
import type { Context } from "./context.ts";
import { replayOf } from "../library/invocation.ts";
import { readRun } from "./read-run.ts";
import { referenceThread } from "./reference-thread.ts";
import { replayedFrom } from "./replayed.ts";
import { lacking, replaySettings } from "./replay-settings.ts";
import { createRunId } from "../library/run-folder.ts";
import { type DetailFlags, detailOf } from "./run-options.ts";
import { startSelf } from "../library/self.ts";
import { hideSecrets } from "./shown-secrets.ts";
import { edition, tool } from "../library/tool.ts";

/** The flags of `replay`, as commander hands them over. */
export interface ReplayFlags extends Flags, DetailFlags {
  readonly self?: boolean;
}

/** Judges again what failed in a run, and says of each failure whether it is still there. */
export async function replayCommand(
  place: string,
  id: string | undefined,
  flags: ReplayFlags,
  context: Context,
): Promise<number> {
  hideSecrets(flags, context);
  const report = readRun(place, context.cwd);
  const { ids, again, ...narrowed } = replayedFrom(report, id, suites);
  const isBundled = flags.self === true || (report.target.bundled === true && flags.url === undefined);
  const self = isBundled
    ? await startSelf(flags.without ?? report.without, {}, referenceThread())
    : undefined;
  try {
    const settings = {
      ...replaySettings(report, flags, context, self),
      selection: { only: narrowed.only, skip: [], suites: [] },
    };
    for (const sentence of lacking(report, settings, meansGiven(settings)))
      context.warn(`warning: ${printable(sentence)}`);
    const now = await judgeAgain({ suites: narrowed.suites, again, settings }, place, flags, context);
    return tellReplay(now, ids, {
      write: context.print,
      terminal: context.terminal,
      detail: detailOf(flags),
    });
  } finally {
    await self?.close();
  }
}

type Judged = Pick<Parameters<typeof run>[0], "suites" | "again"> & { readonly settings: RunSettings };

async function judgeAgain(
  judged: Judged,
  place: string,
  flags: ReplayFlags,
  { signal }: Context,
): Promise<RunReport> {
  return run({
    ...judged,
    tool,
    edition,
    runId: createRunId(new Date()),
    invocation: "",
    replay: (id) => replayOf(place, id, flags),
    emit: () => undefined,
    signal,
  });
}
