import type { RunReport } from "../model/index.ts";
import { count } from "./text.ts";

type Concluded = Pick<RunReport, "outcome" | "without" | "requirements">;

/** The outcome as people read it: `Non-conformant`, `Conformant in part (without clock)`. */
export function outcomeWords(report: Concluded): string {
  const words = outcomeName(report);
  return words.slice(0, 1).toUpperCase() + words.slice(1) + limitWords(report);
}

/** The outcome alone: `conformant in part`. */
export function outcomeName({ outcome }: Pick<RunReport, "outcome">): string {
  return outcome === "non-conformant" ? outcome : outcome.replaceAll("-", " ");
}

/** What limits the outcome: what the run was declared to be without, and failures that were expected. */
export function limitWords({ outcome, without, requirements }: Concluded): string {
  const expected = requirements.filter((result) => result.expected !== undefined).length;
  const limits = [
    ...(outcome === "conformant-in-part" && without.length > 0 ? [`without ${without.join(", ")}`] : []),
    ...(expected > 0 ? [`${count(expected, "expected failure")}, certifies nothing`] : []),
  ];
  return limits.length === 0 ? "" : ` (${limits.join("; ")})`;
}
