import type { Level, Outcome } from "./verdict.ts";
import type { Made, RunHeader } from "./report.ts";

/** Requirements that a run would leave unjudged, all for one reason. */
export interface Unplanned {
  readonly reason: string;
  readonly musts: number;
  readonly others: number;
  /** Only of cases of requirements that are judged otherwise. */
  readonly inPart: number;
}

/** Somebody that a run would talk to, and what for. */
export interface Contact {
  readonly address: string;
  readonly purpose: string;
}

/** What a run with some settings would do, found out without sending its target anything. */
export interface Plan {
  readonly header: Omit<RunHeader, "runId" | "startedAt">;
  /** How many requirements of each level would be judged. */
  readonly judged: Readonly<Record<Level, number>>;
  readonly unplanned: readonly Unplanned[];
  readonly contacts: readonly Contact[];
  readonly movesClock: boolean;
  /** What the run can say at the very best, and why no more. */
  readonly atBest: { readonly outcome: Outcome; readonly reasons: readonly string[] };
  /** The most requests in a second, if there is a limit. */
  readonly requestsPerSecond?: number;
}

/** What the same run took against the bundled reference server. */
export interface Measured {
  readonly made: Made;
  readonly requests: number;
  /** Requirements that could not be measured there, so that the target will see more. */
  readonly unmeasured: number;
}
