import { expect, test } from "vitest";
import type { FaultResult, Matrix } from "../model/index.ts";
import { summariseFaults } from "./matrix.ts";
import { matrixLines } from "./matrix-console.ts";
import { matrixMarkdown } from "./matrix-markdown.ts";
import type { Paint } from "./terminal.ts";

const plain: Paint = (_, text) => text;

function result(fault: string, told: Partial<FaultResult> = {}): FaultResult {
  const breaks = "refunds/adds-up";
  const own = { fate: "own", own: "failed", killedBy: [breaks] } as const;
  return {
    fault,
    title: "Adds wrongly",
    breaks,
    ...own,
    unrelated: 0,
    blocked: 0,
    errored: 0,
    tries: 1,
    durationMs: 900,
    ...told,
  };
}

const six = ["a", "b", "c", "d", "e", "f"].map((name) => `sessions/${name}`);
const faults = [
  result("refunds-noticed"),
  result("refunds-late", { tries: 2 }),
  result("refunds-wide", { killedBy: ["refunds/adds-up", ...six], unrelated: 6 }),
  result("refunds-elsewhere", {
    fate: "collateral",
    own: "blocked",
    killedBy: six.slice(0, 5),
    unrelated: 5,
    reason: "no | login\nat all",
  }),
  result("refunds-survivor", { fate: "survived", own: "passed", killedBy: [], reason: "MUST passed" }),
  result("token-broken", { breaks: "", fate: "untried", killedBy: [], reason: "its thread died" }),
];

function matrix(all: readonly FaultResult[], ownOnly = false): Matrix {
  const tool = { name: "kadosei-conformance", version: "1.2.3" };
  const begun = { runId: "r", startedAt: "2026-12-01T10:15:00.000Z", durationMs: 61_000, seed: 7, ownOnly };
  return { tool, edition: "2026.12", ...begun, summary: summariseFaults(all), faults: all };
}

test("faults are counted by what became of them", () => {
  expect(summariseFaults(faults)).toEqual({
    faults: 6,
    killed: 4,
    own: 3,
    late: 1,
    collateral: 1,
    survived: 1,
    untried: 1,
    wide: 1,
  });
});

test("the console shows a few faults whole, of many only what needs a look", () => {
  const many = [...faults, ...Array.from({ length: 40 }, (_, i) => result(`refunds-${i}`))];
  const few = matrixLines(plain, matrix(faults), "reports/r").join("\n");
  const some = matrixLines(plain, matrix(many), "reports/r").join("\n");
  expect(few).toContain("refunds-noticed");
  expect(some).not.toContain("refunds-noticed");
  for (const name of ["late", "wide", "elsewhere", "survivor"]) expect(some).toContain(`refunds-${name}`);
  expect(some).toMatch(/^ {2}refunds +45 +43 +1 +1 +1$/m);
  expect(some).toContain(
    "46 faults, 44 killed, 43 killed by their own requirement, 1 of them only when tried again, 1 by others only, 1 survived",
  );
  expect(some).toContain("1 could not be tried, 1 knocked over more than 5 requirements of other chapters.");
  expect(some).toContain("46 trials in 1 min 01 s, seed 7. Fault by fault: reports/r/faults.md");
});

test("the document names every fault, and breaks no table", () => {
  const text = matrixMarkdown(matrix(faults));
  expect(text).toContain("kadosei-conformance 1.2.3, edition 2026.12, 2026-12-01T10:15:00.000Z, seed 7");
  expect(text).toContain("**killed by others only**: no \\| login at all | 5: sessions/a, sessions/b");
  expect(text).toContain("| refunds-noticed | refunds/adds-up | killed by its own |  | 0 | 0 | 1 | 900 ms |");
  expect(text).toContain("| total | 6 | 3 | 1 | 1 | 1 |");
});

test("what was not judged is not counted", () => {
  const text = matrixMarkdown(matrix(faults.slice(0, 1), true));
  expect(text).toContain("1 fault, 1 killed by its own requirement, 0 survived.");
});
