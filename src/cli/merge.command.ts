import { join, relative, resolve } from "node:path";
import { createRunFolder, createRunId } from "../library/run-folder.ts";
import { usualCopies } from "../library/run-reports.ts";
import { openJournal, reportOf, tellConclusion } from "../report/index.ts";
import type { Context } from "./context.ts";
import { mergedRun } from "./merged-run.ts";
import { readJournalOf } from "./read-run.ts";
import { concluded } from "./run.command.ts";
import { copiesFrom } from "./run-reports.ts";

export interface MergeFlags {
  readonly out: string;
  readonly report?: readonly string[];
  readonly quiet?: boolean;
}

/** Joins shards into one run with one set of reports. Resolves to the exit code of the whole. */
export function mergeCommand(shards: readonly string[], flags: MergeFlags, context: Context): number {
  const read = shards.map((place) => ({ place, ...readJournalOf(place, context.cwd) }));
  const runId = createRunId(new Date());
  const shownFolder = join(relative(context.cwd, resolve(context.cwd, flags.out)), runId);
  const events = mergedRun(read, runId, shownFolder);
  const copies = [...usualCopies, ...copiesFrom(flags.report ?? [], context.cwd)];
  const folder = createRunFolder(resolve(context.cwd, flags.out), runId);
  const journal = openJournal(folder);
  events.forEach(journal.append);
  journal.close();
  tellConclusion(reportOf(events), {
    write: context.print,
    terminal: context.terminal,
    detail: flags.quiet === true ? "quiet" : "normal",
    folder: shownFolder,
  });
  return concluded({ events, unwritten: journal.unwritten() }, { folder, copies, context });
}
