import { describe, expect, test } from "vitest";
import { candidate, fromEvents, header, judge, now, resultWith } from "./certified.test-kit.ts";
import { foreign, objectionsTo } from "./objections.ts";

const { edition } = judge;
const [, second] = edition.requirements;

function why(run: Parameters<typeof objectionsTo>[0]): readonly string[] {
  return objectionsTo(run, edition, now).map((objection) => objection.why);
}

test("a conformant run of the whole edition earns a certificate", () => {
  expect(why(candidate())).toEqual([]);
  expect(foreign(candidate().report, judge)).toEqual([]);
});

describe("no certificate", () => {
  const shard = { index: 1, of: 2, whole: 3 };
  const selection = { only: ["sessions/*"], skip: [], suites: [] };
  const expectedFailures = [{ id: "sessions/creates", because: "ticket 123" }];
  const failed = resultWith({ verdict: "failed" });
  const { events } = candidate();

  test.each([
    ["non-conformant", candidate({ end: { outcome: "non-conformant", reasons: ["1 failed"] } }), "1 failed"],
    ["not judged", candidate({ end: { outcome: "not-judged" } }), "the target is not judged"],
    ["a shard", candidate(header({ shard })), "a shard of a run"],
    ["a selection", candidate(header({ selection })), "a selection (sessions/*)"],
    ["any certificate taken", candidate(header({ insecure: true })), "--insecure"],
    ["expected failures", candidate(header({ expectedFailures })), "expected failures"],
    ["ended early", candidate({ end: { ended: "stopped at the first failure" } }), "at the first failure"],
    ["from tomorrow", candidate(header({ startedAt: "2026-12-03T10:00:00.000Z" })), "yet to come"],
    ["without an instant", candidate(header({ startedAt: "then" })), "yet to come"],
    ["unfinished", fromEvents(events.slice(0, -1)), "did not finish"],
    ["with two ends", fromEvents([...events, ...events.slice(-1)]), "not that of one run"],
    ["judged twice", fromEvents([...events.slice(0, -2), ...events.slice(-3)]), "a requirement twice"],
    ["a requirement short", candidate({}, resultWith({}).slice(1)), "sessions/creates is missing"],
    [
      "one too many",
      candidate({}, [...resultWith({}), ...resultWith({ id: "x/y" })]),
      "x/y is no requirement",
    ],
    ["another level", candidate({}, resultWith({ level: "MAY" })), "sessions/creates has another level"],
    [
      "contradicting itself",
      { ...candidate({}, failed), concluded: "non-conformant" as const },
      "its verdicts say non-conformant",
    ],
  ])("%s", (_, run, says) => {
    expect(second).toBeDefined();
    expect(why(run).join("\n")).toContain(says);
  });

  test("without a request", () => {
    const run = candidate();
    const summary = { ...run.report.summary, requests: 0 };
    expect(why({ ...run, report: { ...run.report, summary } })).toEqual(["it sent no request"]);
  });

  test("from other suites of the same release", () => {
    const tool = { ...judge.tool, digest: "00".repeat(32) };
    for (const run of [{ tool }, { tool: judge.tool }])
      expect(foreign(candidate({ run }).report, judge).map((objection) => objection.why)).toEqual([
        "the suites that judged it are not those of this kadosei-conformance 1.0.0",
      ]);
  });

  test("from another release or edition", () => {
    const tool = { name: "kadosei-conformance", version: "0.9.0" };
    const { report } = candidate(header({ tool, edition: "2026.6" }));
    expect(foreign(report, judge).map((objection) => objection.why)).toEqual([
      "it was judged by kadosei-conformance 0.9.0, and this is kadosei-conformance 1.0.0",
      "it was judged by edition 2026.6, and this version certifies 2026.12",
    ]);
  });
});
