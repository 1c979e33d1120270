import type { LeftOver } from "./report.ts";

/**
 * How one thing stands that a run needs: `good`; `note`, worth knowing and in nobody's way; `gap`, missing and
 * waived by nobody; `bad`, there but not working.
 */
export const conditions = ["good", "note", "gap", "bad"] as const;
export type Condition = (typeof conditions)[number];

/** One thing that a run stands on: the target itself, a capability, or one of the means. */
export interface Sign {
  readonly about: "target" | "capability" | "means";
  readonly name: string;
  readonly condition: Condition;
  readonly says: string;
  /** What to do about it: a sentence, or the line of the configuration that would supply it. */
  readonly next?: string;
}

/** A look at a target before a run: what would be judged, and what is missing. */
export interface Examination {
  readonly tool: { readonly name: string; readonly version: string };
  readonly target: { readonly url: string; readonly live: boolean };
  readonly signs: readonly Sign[];
  /** Whether a run with these settings can be conformant: nothing is bad, and no gap is left. */
  readonly ready: boolean;
  readonly leftOver: readonly LeftOver[];
}
