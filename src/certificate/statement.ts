import type { Claim, Level, Means, Outcome, Summary, Verdict } from "../model/index.ts";

export const statementType = "https://in-toto.io/Statement/v1";
export const predicateType = "https://kadosei-conformance.dev/certificate/v1";

export interface Digest {
  /** In hex. */
  readonly sha256: string;
}

/** One requirement of the edition, and what became of it. */
export interface CertifiedRequirement {
  readonly id: string;
  readonly level: Level;
  readonly capability: Claim;
  readonly verdict: Verdict;
  /** Why it was not judged, or not wholly. */
  readonly because?: string;
  /** The target lawfully lacks what it is about, or does not claim it: nothing is left to judge. */
  readonly notServed?: true;
}

/** What the signer says of the target besides its address. */
export interface Product {
  /** Who runs it. */
  readonly operator?: string;
  /** Of the software that answered. */
  readonly version?: string;
}

/** What a certificate says of a run. Instants are ISO 8601 in UTC. */
export interface Predicate {
  readonly edition: string;
  /** What judged; the digest is of the suites, the code that judges by them, the schemas and the fixtures. */
  readonly tool: { readonly name: string; readonly version: string; readonly digest: Digest };
  readonly target: Product & { readonly url: string; readonly live: boolean; readonly bundled?: true };
  readonly run: {
    readonly id: string;
    readonly mergedFrom?: readonly string[];
    readonly seed: number;
    readonly strict: boolean;
    readonly startedAt: string;
    readonly finishedAt: string;
    readonly given: readonly Means[];
    readonly without: readonly Means[];
  };
  readonly journal: { readonly digest: Digest };
  readonly outcome: Outcome;
  readonly reasons: readonly string[];
  readonly claims: readonly Claim[];
  /** The claims of which at least one requirement was judged. */
  readonly judged: readonly Claim[];
  /** What the target serves and nobody judged, because it was not claimed. */
  readonly unclaimed: readonly Claim[];
  readonly summary: Summary;
  readonly requirements: readonly CertifiedRequirement[];
  readonly issuedAt: string;
  readonly expiresAt: string;
  /** SPKI in base64. */
  readonly publicKey: string;
}

/** An in-toto statement: the target, as its answers in the journal show it, conforms as the predicate says. */
export interface Statement {
  readonly _type: typeof statementType;
  readonly subject: readonly [{ readonly name: string; readonly digest: Digest }];
  readonly predicateType: typeof predicateType;
  readonly predicate: Predicate;
}

/** The claims of which at least one requirement was judged. */
export function judgedOf(
  claims: readonly Claim[],
  requirements: readonly CertifiedRequirement[],
): readonly Claim[] {
  const judged = requirements.filter(({ verdict }) => verdict !== "skipped" && verdict !== "blocked");
  return claims.filter((claim) => judged.some(({ capability }) => capability === claim));
}
