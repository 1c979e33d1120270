import type { RequirementResult, RunReport, Verdict } from "../model/index.ts";
import { findings, isAgainstTarget, reasonOf } from "./evidence.ts";
import { bySuite } from "./fold.ts";
import { stopped } from "./tally.ts";
import { cut } from "./text.ts";

type Status = "passed" | "failed" | "skipped" | "pending" | "other";

const statuses: Readonly<Record<Verdict, Status>> = {
  passed: "passed",
  failed: "failed",
  skipped: "skipped",
  blocked: "pending",
  warned: "other",
  noted: "other",
  errored: "other",
};

/** Common Test Report Format (ctrf.io): a test per requirement, its verdict in `rawStatus`. */
export function renderCtrf(report: RunReport): string {
  const { tool, runId, edition, outcome, reasons, seed, target, requirements } = report;
  const tests = requirements.map((result) => testOf(report, result));
  const document = {
    reportFormat: "CTRF",
    specVersion: "0.0.0",
    runId,
    timestamp: report.startedAt,
    generatedBy: tool.name,
    results: {
      tool: { name: tool.name, version: tool.version },
      summary: { tests: tests.length, ...countsOf(tests), ...timesOf(report) },
      tests,
      extra: { edition, outcome, reasons, seed, target: target.url, requirements: report.summary },
    },
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function countsOf(tests: readonly { readonly status: Status }[]) {
  const tally = (status: Status) => tests.filter((test) => test.status === status).length;
  return {
    passed: tally("passed"),
    failed: tally("failed"),
    skipped: tally("skipped"),
    pending: tally("pending"),
    other: tally("other"),
  };
}

function timesOf(report: RunReport) {
  const suites = bySuite(report.requirements).size;
  return { suites, start: Date.parse(report.startedAt), stop: stopped(report).getTime() };
}

function testOf(report: RunReport, result: RequirementResult) {
  const { id, suite, title, level, source, verdict, durationMs, reproduce } = result;
  const found = findings(result);
  const message = reasonOf(result) ?? found[0]?.violation.actual;
  const status = isAgainstTarget(report, result) ? "failed" : statuses[verdict];
  return {
    testId: id,
    name: id,
    status,
    rawStatus: verdict,
    duration: Math.round(durationMs),
    suite: [suite],
    tags: [level],
    ...(message === undefined ? {} : { message: cut(message, 2000) }),
    ...(found.length === 0 ? {} : { trace: found.map(traceOf).join("\n\n").slice(0, 20_000) }),
    extra: { title, level, source, reproduce },
  };
}

function traceOf({ variant, violation }: ReturnType<typeof findings>[number]): string {
  const { where, expected, actual, exchange } = violation;
  const name = variant === undefined ? "" : `${variant}: `;
  return [`${name}${where}`, `expected ${expected}`, `actual ${actual}`, exchange?.curl ?? ""]
    .filter(Boolean)
    .join("\n");
}
