import type { ExchangeRecord } from "./exchange.ts";
import type { Requirement } from "./requirement.ts";
import type { ExpectedFailure } from "./settings.ts";
import type { Verdict } from "./verdict.ts";

/** A case that was drawn from a seed, and how to have it again. */
export interface GeneratedCase {
  /** Of the requirement and its variant, derived from the seed of the run. */
  readonly seed: number;
  /** Number of the case, and the steps by which it was shrunk. */
  readonly path: string;
  /** The smallest input that shows the violation. */
  readonly input: string;
  /** Why there may be a smaller one, in a sentence. */
  readonly stopped?: string;
  /** A few others with the same cause, as they were drawn. */
  readonly examples: readonly string[];
}

/** Evidence against the target. */
export interface ViolationRecord {
  readonly expected: string;
  readonly actual: string;
  /** What was looked at: "status", a JSON pointer, a header, or a phrase. */
  readonly where: string;
  /** The likely cause, or what to look at next. */
  readonly hint?: string;
  /** Further cases with the same cause that are not listed one by one. */
  readonly alike?: number;
  readonly generated?: GeneratedCase;
  readonly exchange?: ExchangeRecord;
}

/** Verdict of one variant of a requirement; a requirement without variants has none. */
export interface VariantResult {
  readonly name: string;
  readonly verdict: Verdict;
  readonly reason?: string;
  /** Place of the run whose exchange showed it: a requirement, and its variant in parentheses. */
  readonly during?: string;
  readonly durationMs: number;
  readonly violations: readonly ViolationRecord[];
}

/** Verdict of one requirement with all that explains it. */
export interface RequirementResult extends Omit<Requirement, "needs" | "faults"> {
  readonly verdict: Verdict;
  /** Why it was skipped, blocked or errored; or "unstable: 1 of 3" on a failure that came and went. */
  readonly reason?: string;
  /** Skipped because the target lawfully lacks what it is about, or does not claim it: nothing is left to judge. */
  readonly notServed?: true;
  /** It failed as it was declared to; without this, a failure is news. */
  readonly expected?: Omit<ExpectedFailure, "id">;
  readonly durationMs: number;
  readonly violations: readonly ViolationRecord[];
  readonly variants: readonly VariantResult[];
  /** What was observed on the way: a MAY's answer, how many rounds a race was run. */
  readonly notes: readonly string[];
  /** Means for want of which it, or one of its variants, stays unjudged, and that nobody waived. */
  readonly missing?: readonly string[];
  /** The same, for means that the run was declared to be without. An entry may name alternatives. */
  readonly waived?: readonly string[];
  /** The command that judges this requirement again with the same values. */
  readonly reproduce: string;
}

/** How many requirements got each verdict, and how many requests that took. */
export type Summary = Readonly<Record<Verdict, number>> & { readonly requests: number };
