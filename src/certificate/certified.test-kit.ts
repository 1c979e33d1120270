import { type KeyObject, generateKeyPairSync } from "node:crypto";
import type { RequirementResult, RunEvent, RunHeader } from "../model/index.ts";
import { exampleResult, exampleRun } from "../report/example-run.test-kit.ts";
import { reportOf } from "../report/fold.ts";
import { type JournalledRun, statementOf } from "./build.ts";
import type { Judge } from "./judge.ts";
import type { Candidate } from "./objections.ts";
import type { Statement } from "./statement.ts";

export const now = new Date("2026-12-02T10:00:00.000Z");
export const { privateKey } = generateKeyPairSync("ed25519");

const results = [
  exampleResult("sessions/creates"),
  exampleResult("sessions/expires", { durationMs: 7 }),
  exampleResult("transport/hsts", {
    level: "SHOULD",
    verdict: "skipped",
    reason: "not served “hier”",
    notServed: true,
  }),
];

export const judge: Judge = {
  tool: { name: "kadosei-conformance", version: "1.0.0" },
  digest: "ab".repeat(32),
  edition: { name: "2026.12", requirements: results },
};

export type RunParts = Parameters<typeof exampleRun>[1];

/** A run that earns a certificate, unless told otherwise. */
export function candidate(
  parts?: RunParts,
  judged: readonly RequirementResult[] = results,
): Candidate & JournalledRun {
  const { tool, digest } = judge;
  return fromEvents(exampleRun(judged, { ...parts, run: { tool: { ...tool, digest }, ...parts?.run } }));
}

export function fromEvents(events: readonly RunEvent[]): Candidate & JournalledRun {
  const bytes = Buffer.from(events.map((event) => `${JSON.stringify(event)}\n`).join(""));
  const report = reportOf(events);
  return { events, report, bytes, concluded: report.outcome };
}

export function resultWith(parts: Partial<RequirementResult>): readonly RequirementResult[] {
  return results.map((result, i) => (i === 0 ? { ...result, ...parts } : result));
}

export function header(parts: Partial<RunHeader>): RunParts {
  return { run: parts };
}

export function statement(run: JournalledRun = candidate(), key: KeyObject = privateKey): Statement {
  const product = { operator: "Example Pay", version: "2.4" };
  return statementOf(run, { product, days: 90, now }, key);
}
