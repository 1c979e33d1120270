import { type Claim, verdicts } from "../model/index.ts";
import { type CertifiedRequirement, type Predicate, judgedOf } from "./statement.ts";

/** Where counts and outcome of a certificate do not follow from its verdicts. */
export function summaryFaults(predicate: Predicate): readonly string[] {
  const { summary, requirements, outcome, claims, judged } = predicate;
  const miscounted = verdicts.filter((verdict) => summary[verdict] !== having(requirements, verdict).length);
  const against = requirements.filter((requirement) => forbids(requirement, claims, outcome));
  const seen = judgedOf(claims, requirements);
  return [
    ...(miscounted.length === 0
      ? []
      : [`its counts of ${miscounted.join(", ")} are not those of its verdicts`]),
    ...(summary.requests > 0 ? [] : ["not a request was sent"]),
    ...(seen.join() === judged.join() ? [] : ["it names other capabilities as judged than its verdicts do"]),
    ...against.slice(0, 5).map(({ id, verdict }) => `it says ${outcome}, though ${id} is ${verdict}`),
  ];
}

function having(requirements: readonly CertifiedRequirement[], verdict: CertifiedRequirement["verdict"]) {
  return requirements.filter((requirement) => requirement.verdict === verdict);
}

/** Whether a verdict does not go together with a certificate at all, or not with a whole one. */
function forbids(
  { level, capability, verdict, because, notServed }: CertifiedRequirement,
  claims: readonly Claim[],
  outcome: Predicate["outcome"],
): boolean {
  if (verdict === "failed" || verdict === "errored") return true;
  const isClaimedMust = level === "MUST" && claims.includes(capability);
  if (!isClaimedMust) return false;
  if (verdict === "blocked" || (verdict === "skipped" && because === undefined)) return true;
  return outcome === "conformant" && because !== undefined && notServed !== true;
}
