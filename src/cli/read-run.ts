import { readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import type { RunEvent, RunReport } from "../model/index.ts";
import { formats, journalName, readJournal, reportOf } from "../report/index.ts";
import { UsageError } from "./usage-error.ts";

/** A run that lies on the disk: its folder, its journal, or its `report.json`. */
export function readRun(run: string, cwd: string): RunReport {
  const file = fileOf(run, cwd);
  return attempt(run, () => reportIn(file) ?? reportOf(readJournal(file)));
}

export interface ReadJournal {
  readonly file: string;
  readonly bytes: Buffer;
  readonly events: readonly RunEvent[];
  readonly report: RunReport;
}

/** The journal of a run, given as its folder or as the file. */
export function readJournalOf(run: string, cwd: string): ReadJournal {
  const path = resolve(cwd, run);
  const file = isFolder(path) ? join(path, journalName) : path;
  return attempt(run, () => {
    const events = readJournal(file);
    return { file, bytes: readFileSync(file), events, report: reportOf(events) };
  });
}

function fileOf(run: string, cwd: string): string {
  const path = resolve(cwd, run);
  if (!isFolder(path)) return path;
  const files = [journalName, formats.json.file].map((name) => join(path, name));
  return files.find((file) => statSync(file, { throwIfNoEntry: false })?.isFile()) ?? join(path, journalName);
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function attempt<T>(run: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    const { message } = cause as Error;
    throw new UsageError(
      `${run} is no run: ${message}`,
      `give the folder of a run, its ${journalName} or its report.json`,
      { cause },
    );
  }
}

function reportIn(file: string): RunReport | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(file, "utf8"));
    return isReport(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Reports of other versions have other members; these are what all are read for. */
function isReport(value: unknown): value is RunReport {
  if (!isRecord(value) || !isRecord(value["target"]) || !isRecord(value["summary"])) return false;
  const { outcome, edition, requirements } = value;
  const isText = typeof outcome === "string" && typeof edition === "string";
  return isText && Array.isArray(requirements) && requirements.every(isResult);
}

function isResult(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { id, level, verdict, title, durationMs } = value;
  const isNamed = [id, level, verdict, title].every((text) => typeof text === "string");
  return isNamed && typeof durationMs === "number";
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
