import type { RunReport } from "../model/index.ts";

type Concluded = Pick<RunReport, "outcome" | "without">;

/** The outcome as people read it: `Non-conformant`, `Conformant in part (without clock)`. */
export function outcomeWords(report: Concluded): string {
  const words = outcomeName(report);
  return words.slice(0, 1).toUpperCase() + words.slice(1) + waivedWords(report);
}

/** The outcome alone: `conformant in part`. */
export function outcomeName({ outcome }: Concluded): string {
  return outcome === "non-conformant" ? outcome : outcome.replaceAll("-", " ");
}

/** What a run that is conformant in part was declared to be without. */
export function waivedWords({ outcome, without }: Concluded): string {
  return outcome === "conformant-in-part" && without.length > 0 ? ` (without ${without.join(", ")})` : "";
}
