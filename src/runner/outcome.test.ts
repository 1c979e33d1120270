import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exitCodes, type RequirementResult, verdicts } from "../model/index.ts";
import { asExpected } from "./expectations.ts";
import { conclude, summarise } from "./outcome.ts";

const result: fc.Arbitrary<RequirementResult> = fc
  .record({
    id: fc.stringMatching(/^[a-z]{1,8}\/[a-z]{1,8}$/),
    level: fc.constantFrom("MUST", "SHOULD", "MAY"),
    verdict: fc.constantFrom(...verdicts),
    missing: fc.option(fc.constantFrom(["clock"], ["receiver"], ["clock", "receiver"]), { nil: undefined }),
    waived: fc.option(fc.constantFrom(["clock"], ["checkout"]), { nil: undefined }),
    capability: fc.constantFrom("core", "refunds"),
  })
  .map(({ missing, waived, ...known }) => ({
    ...known,
    suite: "suite",
    title: "title",
    source: { code: "A", title: "About the API" },
    durationMs: 1,
    violations: [],
    variants: [],
    notes: [],
    reproduce: "",
    ...(missing === undefined ? {} : { missing }),
    ...(waived === undefined ? {} : { waived }),
  }));

const conduct = fc.record({
  results: fc.array(result, { maxLength: 12 }),
  unselected: fc.nat(2),
  ended: fc.option(fc.constant("interrupted"), { nil: undefined }),
});

const plain = { claims: ["core"], expectations: [], today: "2026-12-01" } as const;

function outcomeOf(results: readonly RequirementResult[], unselected = 0, ended?: string) {
  return conclude({ ...plain, results, unselected, ended }).outcome;
}

test("conformant means that every MUST was judged and passed", () => {
  fc.assert(
    fc.property(conduct, ({ results, unselected, ended }) => {
      const { outcome, reasons } = conclude({ ...plain, results, unselected, ended });
      const musts = results.filter(({ level }) => level === "MUST");
      expect(reasons.length).toBeGreaterThan(0);
      if (exitCodes[outcome] === 0) {
        expect(ended).toBeUndefined();
        expect(results.filter(({ verdict }) => verdict === "failed" || verdict === "errored")).toEqual([]);
        expect(musts.filter(({ verdict }) => verdict === "blocked")).toEqual([]);
        expect(musts.filter(({ missing }) => missing !== undefined)).toEqual([]);
      }
      if (outcome === "conformant") {
        expect(unselected).toBe(0);
        expect(musts.filter(({ waived }) => waived !== undefined)).toEqual([]);
        const claimed = musts.filter(({ capability }) => capability === "core");
        expect(claimed.filter(({ verdict }) => verdict === "skipped")).toEqual([]);
      }
    }),
  );
});

test("any failure makes a target non-conformant", () => {
  fc.assert(
    fc.property(conduct, ({ results, unselected, ended }) => {
      const failed = results.some(({ verdict }) => verdict === "failed");
      expect(outcomeOf(results, unselected, ended) === "non-conformant").toBe(failed);
    }),
  );
});

test("the summary counts every result once", () => {
  fc.assert(
    fc.property(fc.array(result), (results) => {
      const { requests, ...counts } = summarise(results, 7);
      expect(requests).toBe(7);
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(results.length);
    }),
  );
});

describe("a run that judged nothing", () => {
  test("is not judged", () => {
    expect(outcomeOf([])).toBe("not-judged");
  });
});

describe("an expected failure", () => {
  const entry = { id: "a/b", because: "ticket 123" };
  const [base] = fc.sample(result, { numRuns: 1, seed: 1 });
  const {
    missing: _,
    waived: __,
    ...sound
  } = { ...(base as RequirementResult), id: "a/b", capability: "core" } as const;
  const good = { ...sound, id: "a/good", level: "MUST", verdict: "passed" } as const;
  const concluded = (verdict: RequirementResult["verdict"], until?: string) => {
    const expectations = [until === undefined ? entry : { ...entry, until }];
    const judged = asExpected({ ...sound, level: "MUST", verdict }, expectations, "2026-12-01");
    return conclude({ ...plain, expectations, results: [good, judged], unselected: 0 });
  };

  test.each([
    ["failed", undefined, "conformant-in-part", "a/b fails as expected (ticket 123)"],
    ["failed", "2026-12-01", "conformant-in-part", "a run with expected failures certifies nothing"],
    ["failed", "2026-11-30", "non-conformant", "was expected to fail until 2026-11-30, which is over"],
    ["passed", undefined, "not-judged", "was expected to fail (ticket 123), and does not"],
    ["passed", "2026-11-30", "not-judged", "which is over"],
    ["noted", undefined, "not-judged", "and does not: remove it"],
    ["blocked", undefined, "not-judged", "a premise failed"],
  ] as const)("that %s, until %s, makes the run %s", (verdict, until, outcome, says) => {
    const { outcome: made, reasons } = concluded(verdict, until);
    expect(made).toBe(outcome);
    expect(reasons.join("\n")).toContain(says);
  });
});
