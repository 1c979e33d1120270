import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exitCodes, type RequirementResult, verdicts } from "../model/index.ts";
import { conclude, summarise } from "./outcome.ts";

const result: fc.Arbitrary<RequirementResult> = fc
  .record({
    id: fc.stringMatching(/^[a-z]{1,8}\/[a-z]{1,8}$/),
    level: fc.constantFrom("MUST", "SHOULD", "MAY"),
    verdict: fc.constantFrom(...verdicts),
    missing: fc.option(fc.constantFrom(["clock"], ["receiver"], ["clock", "receiver"]), { nil: undefined }),
    waived: fc.option(fc.constantFrom(["clock"], ["checkout"]), { nil: undefined }),
  })
  .map(({ missing, waived, ...known }) => ({
    ...known,
    suite: "suite",
    title: "title",
    source: { code: "A", title: "About the API" },
    capability: "core",
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

function outcomeOf(results: readonly RequirementResult[], unselected = 0, ended?: string) {
  return conclude({ results, unselected, ended }).outcome;
}

test("conformant means that every MUST was judged and passed", () => {
  fc.assert(
    fc.property(conduct, ({ results, unselected, ended }) => {
      const { outcome, reasons } = conclude({ results, unselected, ended });
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
