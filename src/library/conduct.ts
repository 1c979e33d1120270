import { suites } from "../../suites/index.ts";
import type { RunEvent, RunSettings } from "../model/index.ts";
import { openJournal } from "../report/index.ts";
import { type Part, refuseUnknown, run, type RunOptions, select, shardOf } from "../runner/index.ts";
import { judgingTool } from "./tool-digest.ts";
import { edition } from "./tool.ts";

/** A run of our suites: what it judges, and whom it tells. */
export interface Conducting extends Omit<RunOptions, "suites" | "tool" | "edition"> {
  /** Where its journal is kept, event by event; nowhere unless told. */
  readonly folder?: string;
}

/** What came of a run: its events, whatever it ended with. */
export interface Conducted {
  readonly events: readonly RunEvent[];
  /** What it ended with other than a report. */
  readonly error: unknown;
  /** What of the journal could not be written. */
  readonly unwritten: readonly string[];
}

/** Throws a SelectionError before anything is sent or written. */
export function refuseEmpty({ selection, expectedFailures }: RunSettings, part: Part | undefined): void {
  shardOf(select(suites, selection), part);
  refuseUnknown(suites, expectedFailures);
}

/** Judges a target by our suites, and keeps what happens, on disk above all. Never rejects. */
export async function conduct({ folder, emit, ...options }: Conducting): Promise<Conducted> {
  const events: RunEvent[] = [];
  const journal = folder === undefined ? undefined : openJournal(folder);
  const keep = (event: RunEvent) => {
    events.push(event);
    journal?.append(event);
    emit(event);
  };
  const error = await failureOf(run({ ...options, suites, tool: judgingTool(), edition, emit: keep }));
  journal?.close();
  return { events, error, unwritten: journal?.unwritten() ?? [] };
}

async function failureOf(running: Promise<unknown>): Promise<unknown> {
  try {
    await running;
    return undefined;
  } catch (error) {
    return error ?? new Error("the run failed without a reason");
  }
}
