import type { ExpectedFailure, RequirementResult } from "../model/index.ts";

type Results = readonly RequirementResult[];

/** Marks a result that fails, or warns, as it was declared to. `today` is a day in UTC, such as `2026-12-01`. */
export function asExpected(
  result: RequirementResult,
  expectations: readonly ExpectedFailure[],
  today: string,
): RequirementResult {
  const entry = expectations.find(({ id }) => id === result.id);
  if (entry === undefined || hasLapsed(entry, today) || !isViolated(result)) return result;
  const { because, until } = entry;
  return { ...result, expected: { because, ...(until === undefined ? {} : { until }) } };
}

/** What is wrong with the expectations themselves: those that are over, and those that do not fail any more. */
export function brokenExpectations(
  results: Results,
  expectations: readonly ExpectedFailure[],
  today: string,
): string[] {
  return expectations.flatMap((entry) => {
    const result = results.find(({ id }) => id === entry.id);
    if (hasLapsed(entry, today))
      return [
        `${entry.id} was expected to fail until ${entry.until}, which is over: mend it, or remove the entry`,
      ];
    if (result === undefined || isViolated(result) || !isJudged(result)) return [];
    return [
      `${entry.id} was expected to fail (${entry.because}), and does not: remove it from expectedFailures`,
    ];
  });
}

/** The failures that were expected, each with its reason. */
export function metExpectations(results: Results): string[] {
  const met = results.flatMap(({ id, expected }) => (expected === undefined ? [] : [{ id, ...expected }]));
  if (met.length === 0) return [];
  return [
    ...met.map(({ id, because, until }) => {
      const end = until === undefined ? "" : `, until ${until}`;
      return `${id} fails as expected (${because}${end})`;
    }),
    "a run with expected failures certifies nothing",
  ];
}

function hasLapsed({ until }: ExpectedFailure, today: string): boolean {
  return until !== undefined && until < today;
}

function isViolated({ verdict }: RequirementResult): boolean {
  return verdict === "failed" || verdict === "warned";
}

function isJudged({ verdict }: RequirementResult): boolean {
  return verdict === "passed" || verdict === "noted";
}
