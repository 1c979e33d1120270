import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { exampleResult, exampleRun, exampleViolation } from "./example-run.test-kit.ts";
import { JournalError, openJournal, readJournal } from "./journal.ts";

const events = exampleRun([
  exampleResult("sessions/creates"),
  exampleResult("sessions/reads-back", {
    verdict: "failed",
    violations: [exampleViolation({ actual: "Zürich \u0000 \ud800 \u001b[2J\n" })],
  }),
]);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "kadosei-journal-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function written(): string {
  const journal = openJournal(path.join(folder, "run"));
  for (const event of events) journal.append(event);
  journal.close();
  return journal.file;
}

describe("a journal", () => {
  it("gives back what was appended", () => {
    expect(readJournal(written())).toEqual(events);
  });

  it("is on the disk before the run goes on", () => {
    const journal = openJournal(folder);
    for (const [index, event] of events.entries()) {
      journal.append(event);
      expect(readJournal(journal.file)).toHaveLength(index + 1);
    }
    journal.close();
  });

  it("is for its owner alone, even where a file was before", () => {
    writeFileSync(path.join(folder, "journal.ndjson"), "left by an older run", { mode: 0o644 });
    const journal = openJournal(folder);
    journal.close();
    expect(statSync(journal.file).mode & 0o777).toBe(0o600);
    expect(readJournal(journal.file)).toEqual([]);
  });

  it("loses at most its last line, wherever it is cut", () => {
    const file = written();
    const whole = readFileSync(file);
    for (let size = whole.length; size >= 0; size -= 7) {
      truncateSync(file, size);
      const ends = whole.subarray(0, size).filter((byte) => byte === 10).length;
      const read = readJournal(file);
      expect(read).toEqual(events.slice(0, read.length));
      expect(read.length - ends === 0 || read.length - ends === 1).toBe(true);
    }
  });

  it("survives a tail of zeros", () => {
    const file = written();
    appendFileSync(file, "\0\0\0\0");
    expect(readJournal(file)).toEqual(events);
  });

  it.each(["{ not json", '"text"', "null", '{"type":"other"}', '{"type":"run-finished"}'])(
    "refuses %s in its middle",
    (line) => {
      const file = path.join(folder, "journal.ndjson");
      writeFileSync(file, `${line}\n${JSON.stringify(events[0])}\n`);
      expect(() => readJournal(file)).toThrow(expect.objectContaining({ code: "journal-damaged" }));
    },
  );

  it("says so when it is not there", () => {
    expect(() => readJournal(path.join(folder, "none"))).toThrow(JournalError);
    expect(() => readJournal(path.join(folder, "none"))).toThrow(
      expect.objectContaining({ code: "journal-unreadable", cause: expect.anything() }),
    );
  });
});
