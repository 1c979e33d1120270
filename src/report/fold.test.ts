import { describe, expect, it } from "vitest";
import type { RunEvent } from "../model/index.ts";
import { exampleHeader, exampleResult, exampleRun } from "./example-run.test-kit.ts";
import { reportOf } from "./fold.ts";

const passed = exampleResult("sessions/creates");
const failed = exampleResult("refunds/full-refund", { verdict: "failed", durationMs: 900 });
const warned = exampleResult("sessions/keeps-cents", { verdict: "warned", level: "SHOULD" });

describe("the report of a run", () => {
  it("carries what the run said of itself at its start and its end", () => {
    const report = reportOf(
      exampleRun([failed], { end: { outcome: "non-conformant", reasons: ["a MUST failed"] } }),
    );
    expect(report).toMatchObject({ seed: 42, outcome: "non-conformant", reasons: ["a MUST failed"] });
    expect(report).not.toHaveProperty("planned");
  });

  it("counts what was judged, whatever the end says", () => {
    const lying = {
      passed: 9,
      failed: 9,
      warned: 9,
      noted: 9,
      skipped: 9,
      blocked: 9,
      errored: 9,
      requests: 12,
    };
    expect(reportOf(exampleRun([passed, failed], { end: { summary: lying } })).summary).toEqual({
      passed: 1,
      failed: 1,
      warned: 0,
      noted: 0,
      skipped: 0,
      blocked: 0,
      errored: 0,
      requests: 12,
    });
  });

  it("puts requirements by suite in the order of their start, whoever answered first", () => {
    const [start, ...rest] = exampleRun([passed, failed, warned]);
    const shuffled = [start, ...rest.toSorted((one, other) => other.type.localeCompare(one.type))];
    const ids = reportOf(shuffled.filter((event) => event !== undefined)).requirements.map(({ id }) => id);
    expect(ids).toEqual(["sessions/creates", "sessions/keeps-cents", "refunds/full-refund"]);
  });

  it("keeps the last verdict of a requirement that was judged twice", () => {
    const again = { ...passed, verdict: "failed" as const };
    expect(reportOf(exampleRun([passed, again])).requirements).toEqual([again]);
  });

  it("is not judged when the run did not finish, unless something failed already", () => {
    const calm = exampleRun([passed, warned]).slice(0, -2);
    expect(reportOf(calm).outcome).toBe("not-judged");
    const events = exampleRun([passed, failed, warned]).slice(0, -2);
    expect(reportOf(events)).toMatchObject({
      outcome: "non-conformant",
      reasons: ["the run did not finish: of 3 requirements, 2 got a verdict"],
      summary: { passed: 1, failed: 1, warned: 0, requests: 0 },
      durationMs: 900,
      unclaimed: [],
      leftOver: [],
    });
  });

  it("names what a run that did not finish made and did not take away", () => {
    const events = exampleRun([passed]).slice(0, -1);
    const made = ["a-1", "k-1"].map((id): RunEvent => ({ type: "made", made: { kind: "thing", id } }));
    const lost = { kind: "webhook", id: "https://example.com", reason: "it may exist or not" };
    const report = reportOf([
      ...events,
      ...made,
      { type: "made", made: lost },
      { type: "taken-away", gone: { id: "k-1" } },
    ]);
    const reason = "the journal ends before it was taken away";
    expect(report.leftOver).toEqual([{ kind: "thing", id: "a-1", reason }, lost]);
    expect(report.reasons[1]).toMatch(/2 things, .* begin with kc-run-7f3a$/);
  });

  it("needs a start", () => {
    expect(() => reportOf([])).toThrow(expect.objectContaining({ code: "journal-empty" }));
    const started = reportOf([{ type: "run-started", run: exampleHeader({ planned: 1 }) }]);
    expect(started.reasons).toEqual(["the run did not finish: of 1 requirement, 0 got a verdict"]);
  });
});
