import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { exitCodes } from "../model/index.ts";
import { usualCopies } from "../library/run-reports.ts";
import { journalName, readJournal, reportOf, tellConclusion } from "../report/index.ts";
import type { Context } from "./context.ts";
import { detailOf, type DetailFlags } from "./run-options.ts";
import { copiesFrom, writeReports } from "./run-reports.ts";
import { UsageError } from "./usage-error.ts";

/** The flags of `report`, as commander hands them over. */
export interface ReportFlags extends DetailFlags {
  readonly report?: readonly string[];
  readonly out: string;
}

/**
 * Renders the journal of a run again, of one that was killed or still goes on too: in the usual formats, or in those
 * asked for. Resolves to the exit code of what was judged.
 */
export function reportCommand(run: string, flags: ReportFlags, context: Context): number {
  const folder = folderOf(run, resolve(context.cwd, flags.out), context.cwd);
  const copies = flags.report === undefined ? usualCopies : copiesFrom(flags.report, context.cwd);
  const report = reportOf(readJournal(join(folder, journalName)));
  const unwritten = writeReports(report, { folder, copies, context });
  tellConclusion(report, {
    write: context.print,
    terminal: context.terminal,
    detail: detailOf(flags),
    folder: relative(context.cwd, folder) || folder,
  });
  for (const line of unwritten) context.warn(line);
  return exitCodes[unwritten.length > 0 ? "not-judged" : report.outcome];
}

/** A run is named by its folder, its journal, or its id among the runs of `out`. */
function folderOf(run: string, out: string, cwd: string): string {
  const places = [resolve(cwd, run), join(out, run)];
  const folders = places.map((place) => (isFile(place) ? dirname(place) : place));
  const found = folders.find((folder) => isFile(join(folder, journalName)));
  if (found !== undefined) return found;
  throw new UsageError(`there is no run ${run}`, latest(out));
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function latest(out: string): string {
  const runs = existsSync(out) ? readdirSync(out).filter((name) => isFile(join(out, name, journalName))) : [];
  const newest = runs.toSorted().slice(-3);
  return newest.length === 0
    ? `give the folder of a run, which holds a ${journalName}`
    : `the latest in ${out}: ${newest.join(", ")}`;
}
