import type { Requirement } from "../model/index.ts";

/** The set of requirements that a release judges by. */
export interface Edition {
  readonly name: string;
  readonly requirements: readonly Pick<Requirement, "id" | "level" | "capability">[];
}

/** What judged, or verifies that something was judged: this tool. */
export interface Judge {
  readonly tool: { readonly name: string; readonly version: string };
  /** SHA-256, in hex, of all that decides a verdict. */
  readonly digest: string;
  readonly edition: Edition;
}
