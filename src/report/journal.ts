import { appendFileSync, closeSync, fchmodSync, mkdirSync, openSync, readFileSync } from "node:fs";
import path from "node:path";
import type { RunEvent } from "../model/index.ts";

export const journalName = "journal.ndjson";

/** Where the events of a run are kept: one JSON object per line, in the order they happened. */
export interface Journal {
  readonly file: string;
  /**
   * Is on its way to the disk when this returns, so that a crash of the run loses nothing. A disk that fills up in the
   * middle of a run ends the journal, not the run.
   */
  append(event: RunEvent): void;
  /** What could not be written and why, for people. */
  unwritten(): readonly string[];
  close(): void;
}

export class JournalError extends Error {
  override readonly name = "JournalError";
  readonly code: "journal-unreadable" | "journal-damaged" | "journal-empty";
  readonly hint: string;

  constructor(code: JournalError["code"], message: string, hint: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
    this.hint = hint;
  }
}

/** Begins the journal of a run in `folder`, which is made if need be; one run, one journal. */
export function openJournal(folder: string): Journal {
  const file = path.join(folder, journalName);
  mkdirSync(folder, { recursive: true });
  const descriptor = openSync(file, "w", 0o600);
  fchmodSync(descriptor, 0o600);
  let problem: string | undefined;
  return {
    file,
    append(event) {
      if (problem !== undefined) return;
      try {
        appendFileSync(descriptor, `${JSON.stringify(event)}\n`);
      } catch (error) {
        problem = `the journal ${file} ends early: ${(error as Error).message}`;
      }
    },
    unwritten: () => (problem === undefined ? [] : [problem]),
    close: () => closeSync(descriptor),
  };
}

/** The events of a journal. A last line that a crash cut short is left out. */
export function readJournal(file: string): RunEvent[] {
  const lines = read(file).split("\n");
  const last = lines.findLastIndex((line) => line !== "");
  return lines.flatMap((line, index) => {
    if (line === "") return [];
    const event = parse(line);
    if (isEvent(event)) return [event];
    if (index === last) return [];
    throw new JournalError(
      "journal-damaged",
      `line ${index + 1} of ${file} is no event of a run`,
      `give the path of a ${journalName} that a run has written`,
    );
  });
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    const hint = `give the folder of a run that holds a ${journalName}`;
    throw new JournalError("journal-unreadable", `cannot read ${file}`, hint, cause);
  }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

const bodies: Readonly<Record<RunEvent["type"], string>> = {
  "run-started": "run",
  "requirement-started": "id",
  "requirement-judged": "result",
  made: "made",
  "taken-away": "gone",
  "run-finished": "end",
};

function isEvent(value: unknown): value is RunEvent {
  return (
    typeof value === "object" &&
    value !== null &&
    Object.entries(bodies).some(([type, body]) => "type" in value && value.type === type && body in value)
  );
}
