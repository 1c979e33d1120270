import type { Verdict } from "./verdict.ts";

/** What became of a fault: noticed by its own requirement, by others only, by none, or never tried. */
export const fates = ["own", "collateral", "survived", "untried"] as const;
export type Fate = (typeof fates)[number];

/** One fault of the reference server, against the suites. */
export interface FaultResult {
  readonly fault: string;
  readonly title: string;
  /** The requirement that the fault was written for. */
  readonly breaks: string;
  readonly fate: Fate;
  /** Verdict of that requirement. */
  readonly own?: Verdict;
  /** Requirements that failed or warned, its own among them. */
  readonly killedBy: readonly string[];
  /** Of these, those of other chapters than its own. */
  readonly unrelated: number;
  readonly blocked: number;
  readonly errored: number;
  /** How often it was tried: again where its own requirement did not notice it at first. */
  readonly tries: number;
  readonly durationMs: number;
  /** Why its own requirement did not notice it, or why it was not tried. */
  readonly reason?: string;
}

export interface MatrixSummary {
  readonly faults: number;
  readonly killed: number;
  readonly own: number;
  readonly collateral: number;
  readonly survived: number;
  readonly untried: number;
  /** Faults that their own requirement noticed only when they were tried again. */
  readonly late: number;
  /** Faults that knock over more than five requirements of other chapters. */
  readonly wide: number;
}

/** Every fault against the suites: `faults.json`. */
export interface Matrix {
  readonly tool: { readonly name: string; readonly version: string };
  readonly edition: string;
  readonly runId: string;
  readonly startedAt: string;
  readonly durationMs: number;
  readonly seed: number;
  /** Only the requirement that each fault was written for was judged. */
  readonly ownOnly: boolean;
  readonly summary: MatrixSummary;
  readonly faults: readonly FaultResult[];
}
