import type { GeneratedCase } from "../model/index.ts";
import type { Answer } from "./answer.ts";

export interface Evidence {
  readonly expected: string;
  readonly actual: string;
  /** What was looked at: "status", a JSON pointer, a header, or a phrase. */
  readonly where: string;
  readonly hint?: string | undefined;
  readonly answer?: Answer | undefined;
  /** What tells it from other failures of generated cases. */
  readonly cause?: string;
  /** The generated case that shows it. */
  readonly generated?: GeneratedCase;
  /** Further cases with the same cause. */
  readonly alike?: number;
}

/** The target breaks the requirement. Only this blames the target. */
export class Violation extends Error {
  override readonly name = "Violation";
  readonly code = "VIOLATION";
  /** One entry per case that shows it. */
  readonly evidence: readonly Evidence[];

  constructor(evidence: Evidence | readonly Evidence[]) {
    const all = "where" in evidence ? [evidence] : evidence;
    super(
      all.map(({ where, expected, actual }) => `${where}: expected ${expected}, got ${actual}`).join("; "),
    );
    this.evidence = all;
  }
}

/** A premise of the check does not hold, so that the requirement can't be judged. Blames nobody. */
export class Blocked extends Error {
  override readonly name = "Blocked";
  readonly code = "BLOCKED";
  /** What the target answered to the premise. */
  readonly answer: Answer | undefined;

  constructor(reason: string, answer?: Answer, cause?: unknown) {
    super(reason, { cause });
    this.answer = answer;
  }
}

/** The target lawfully lacks what the check is about: an undocumented operation, a second provider. */
export class NotServed extends Error {
  override readonly name = "NotServed";
  readonly code = "NOT_SERVED";
}
