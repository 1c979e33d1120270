import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type ExpectedFailure,
  exitCodes,
  type RequirementResult,
  type RunEvent,
  type RunReport,
  verdicts,
} from "../model/index.ts";
import { exampleHeader } from "../report/example-run.test-kit.ts";
import { consoleReporter, formatNames, formats, reportOf } from "../report/index.ts";
import { randomResults } from "../report/random-run.test-kit.ts";
import { asExpected } from "../runner/expectations.ts";
import { conclude, summarise } from "../runner/outcome.ts";

const today = "2026-12-01";
const claims = ["core"] as const;
const texts = { console: told, ...Object.fromEntries(formatNames.map((name) => [name, rendered(name)])) };

function rendered(name: (typeof formatNames)[number]) {
  return (events: readonly RunEvent[]) => formats[name].render(reportOf(events));
}

function told(events: readonly RunEvent[]): string {
  let text = "";
  const terminal = { isTTY: false, columns: 80, colours: false, unicode: true };
  const reporter = consoleReporter({ write: (more) => (text += more), terminal });
  events.forEach(reporter);
  return text;
}

/** A run as the runner concludes it, of any verdicts, with some failures expected. */
const runs = fc
  .record({
    results: randomResults,
    expected: fc.array(
      fc.record({ index: fc.nat(7), until: fc.constantFrom(undefined, "2026-11-30", today) }),
      { maxLength: 3 },
    ),
    unselected: fc.nat(1),
    ended: fc.option(fc.constant("the run was interrupted"), { nil: undefined }),
  })
  .map(({ results: raw, expected, unselected, ended }) => {
    const expectations = expected.flatMap(({ index, until }): ExpectedFailure[] => {
      const id = raw[index]?.id;
      return id === undefined
        ? []
        : [{ id, because: "ticket 123", ...(until === undefined ? {} : { until }) }];
    });
    const results = raw.map((result) => asExpected(result, expectations, today));
    const conclusion = conclude({ results, unselected, ended, claims, expectations, today });
    return { results, expectations, ended, conclusion, events: eventsOf(results, expectations, conclusion) };
  });

function eventsOf(
  results: readonly RequirementResult[],
  expectedFailures: readonly ExpectedFailure[],
  conclusion: ReturnType<typeof conclude>,
): readonly RunEvent[] {
  const end = { durationMs: 1, leftOver: [], unclaimed: [], ...conclusion, summary: summarise(results, 7) };
  return [
    { type: "run-started", run: exampleHeader({ planned: results.length, claims, expectedFailures }) },
    ...results.map((result): RunEvent => ({ type: "requirement-judged", result })),
    { type: "run-finished", end },
  ];
}

test("outcome, exit code, summary and every report agree", () => {
  fc.assert(
    fc.property(runs, ({ results, conclusion, events }) => {
      const report = JSON.parse(formats.json.render(reportOf(events))) as RunReport;
      expect(report.outcome).toBe(conclusion.outcome);
      for (const verdict of verdicts)
        expect(report.summary[verdict]).toBe(results.filter((result) => result.verdict === verdict).length);
      const words = new RegExp(`(?<!non-)${conclusion.outcome.replaceAll("-", "[- ]")}`, "i");
      for (const [name, text] of Object.entries(texts))
        expect([name, text(events).replaceAll("\\-", "-")]).toEqual([name, expect.stringMatching(words)]);
      const failing = results.some(({ verdict, expected }) => verdict === "failed" && expected === undefined);
      expect(exitCodes[report.outcome] === 1).toBe(failing);
    }),
    { numRuns: 60 },
  );
});

test("conformant means judged: no claimed MUST is open, nothing fails, nothing was declared to", () => {
  fc.assert(
    fc.property(runs, ({ results, expectations, ended, conclusion: { outcome } }) => {
      if (exitCodes[outcome] !== 0) return;
      expect(ended).toBeUndefined();
      expect(
        results.filter(
          ({ verdict, expected }) => verdict === "errored" || (verdict === "failed" && !expected),
        ),
      ).toEqual([]);
      // Every expectation that was judged is met, and none is over.
      const good = results
        .filter(({ verdict }) => verdict === "passed" || verdict === "noted")
        .map(({ id }) => id);
      expect(expectations.filter(({ id, until }) => good.includes(id) || (until ?? today) < today)).toEqual(
        [],
      );
      if (outcome !== "conformant") return;
      const musts = results.filter(({ level }) => level === "MUST");
      expect(musts.filter(({ verdict }) => verdict === "skipped" || verdict === "blocked")).toEqual([]);
      expect(results.filter(({ expected }) => expected !== undefined)).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});
