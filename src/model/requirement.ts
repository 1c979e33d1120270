import type { Claim, Need } from "./capability.ts";
import type { Level } from "./verdict.ts";

/** Where a requirement comes from. `code` is the contract's short name (A, GS, R, RFC 9110 §11.1, P …). */
export interface Source {
  readonly code: string;
  readonly title: string;
  readonly url?: string;
}

/** One sentence the API must fulfil: what is known of it without judging anything. */
export interface Requirement {
  /** `<suite>/<slug>`; public, and never changes its meaning once released. */
  readonly id: string;
  readonly suite: string;
  readonly title: string;
  readonly level: Level;
  readonly source: Source;
  readonly capability: Claim;
  readonly needs: readonly Need[];
  /** Faults of the reference server that this requirement must catch. */
  readonly faults: readonly string[];
}
