/** How firmly a requirement is known: MUST fails a target, SHOULD warns, MAY only observes. */
export type Level = "MUST" | "SHOULD" | "MAY";

/** Every verdict a requirement can get, the most serious first. */
export const verdicts = ["errored", "failed", "blocked", "warned", "noted", "skipped", "passed"] as const;
/** One of the verdicts that a requirement can get. */
export type Verdict = (typeof verdicts)[number];

/** The more serious of two verdicts; a requirement is as good as the worst of its variants. */
export function worse(one: Verdict, other: Verdict): Verdict {
  return verdicts.indexOf(one) <= verdicts.indexOf(other) ? one : other;
}

/** What a whole run says of its target. */
export const outcomes = ["conformant", "conformant-in-part", "non-conformant", "not-judged"] as const;
/** One of the things that a run can say of its target. */
export type Outcome = (typeof outcomes)[number];

/** Process exit codes; 2 (wrong usage or configuration) belongs to no outcome. */
export const exitCodes: Readonly<Record<Outcome, number>> = {
  conformant: 0,
  "conformant-in-part": 0,
  "non-conformant": 1,
  "not-judged": 3,
};
