import {
  type Claim,
  type ExpectedFailure,
  type Outcome,
  type RequirementResult,
  type RunShard,
  type Summary,
  verdicts,
} from "../model/index.ts";
import { brokenExpectations, metExpectations } from "./expectations.ts";

export interface Conduct {
  readonly results: readonly RequirementResult[];
  /** Requirements that the selection left out. */
  readonly unselected: number;
  /** Why the run ended early, if it did. */
  readonly ended?: string | undefined;
  /** The part of a run that this is, if it is one. */
  readonly shard?: RunShard | undefined;
  readonly claims: readonly Claim[];
  readonly expectations: readonly ExpectedFailure[];
  /** A day in UTC, such as `2026-12-01`. */
  readonly today: string;
}

/** What a run says of its target, and why. `conformant` means that every MUST claimed was judged and passed. */
export function conclude(conduct: Conduct): {
  outcome: Outcome;
  reasons: string[];
} {
  const { results, ended, expectations, today } = conduct;
  const broken = brokenExpectations(results, expectations, today);
  const failed = results.filter(({ verdict, expected }) => verdict === "failed" && expected === undefined);
  if (failed.length > 0)
    return {
      outcome: "non-conformant",
      reasons: [`${count(failed.length)} failed`, ...(ended === undefined ? [] : [ended]), ...broken],
    };
  const unjudged = [...whyNotJudged(results, ended), ...broken];
  if (unjudged.length > 0) return { outcome: "not-judged", reasons: unjudged };
  const part = [...whyInPart(conduct), ...whyShard(conduct.shard)];
  return part.length > 0
    ? { outcome: "conformant-in-part", reasons: part }
    : { outcome: "conformant", reasons: ["every MUST of the claimed capabilities was judged and passed"] };
}

function whyNotJudged(results: readonly RequirementResult[], ended: string | undefined): string[] {
  const musts = results.filter(({ level }) => level === "MUST");
  const errored = results.filter(({ verdict }) => verdict === "errored");
  const blocked = musts.filter(({ verdict }) => verdict === "blocked");
  const judged = results.filter(
    ({ verdict }) => verdict !== "skipped" && verdict !== "blocked" && verdict !== "errored",
  );
  return [
    ...(ended === undefined ? [] : [ended]),
    ...(errored.length === 0
      ? []
      : [`${count(errored.length)} could not be judged through an error of this tool: ${ids(errored)}`]),
    ...(blocked.length === 0 || ended !== undefined
      ? []
      : [`a premise failed for ${count(blocked.length)}: ${ids(blocked)}`]),
    ...wants(musts),
    ...(judged.length === 0 && ended === undefined ? ["nothing was judged"] : []),
  ];
}

/** One sentence for each of the means that MUSTs lack and nobody waived. */
function wants(musts: readonly RequirementResult[]): string[] {
  const needs = new Set(musts.flatMap(({ missing }) => missing ?? []));
  return [...needs].map((need) => {
    const lacking = musts.filter(({ missing }) => missing?.includes(need));
    const flag = `--without ${need.split(" or ")[0]}`;
    return `${count(lacking.length)} need ${need}: configure it, or declare \`${flag}\`: ${ids(lacking)}`;
  });
}

function whyInPart({ results, unselected, claims }: Conduct): string[] {
  const inPart = results.filter(({ level, waived }) => level === "MUST" && waived !== undefined);
  const gaps = results.filter((result) => isGap(result, claims));
  return [
    ...metExpectations(results),
    ...inPart.map(({ id, waived }) => `${id} was not judged, or not wholly: without ${waived?.join(", ")}`),
    ...(unselected === 0
      ? []
      : [`${count(unselected)} were not selected; the run speaks of the others only`]),
    ...gaps.map(({ id, reason }) => `${id} was not judged: ${reason ?? "nothing in the run showed it"}`),
  ];
}

/** A shard never speaks for the whole, however well it went. */
function whyShard(shard: RunShard | undefined): string[] {
  if (shard === undefined) return [];
  return [`this is shard ${shard.index} of ${shard.of}: \`merge\` joins all of them into one run`];
}

/** A MUST that the target claims and that nothing judged, though no means were missing. */
function isGap(
  { level, verdict, capability, missing, waived, notServed }: RequirementResult,
  claims: readonly Claim[],
): boolean {
  const isClaimedMust = level === "MUST" && claims.includes(capability);
  const isExplained = missing !== undefined || waived !== undefined || notServed === true;
  return isClaimedMust && verdict === "skipped" && !isExplained;
}

export function summarise(results: readonly RequirementResult[], requests: number): Summary {
  const counts = verdicts.map((verdict) => [
    verdict,
    results.filter((result) => result.verdict === verdict).length,
  ]);
  return { ...(Object.fromEntries(counts) as Omit<Summary, "requests">), requests };
}

function count(requirements: number): string {
  return `${requirements} requirement${requirements === 1 ? "" : "s"}`;
}

function ids(results: readonly RequirementResult[]): string {
  const names = results.slice(0, 5).map(({ id }) => id);
  return results.length > names.length
    ? `${names.join(", ")} and ${results.length - names.length} more`
    : names.join(", ");
}
