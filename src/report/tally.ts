import type { RunReport, Summary } from "../model/index.ts";
import { occurring } from "./fold.ts";

/** `5 failed, 3 warned, 186 passed`: every verdict that occurs, the most serious first. */
export function tallyWords(summary: Summary): string {
  const words = occurring(summary).map(([verdict, amount]) => `${amount} ${verdict}`);
  return words.join(", ") || "nothing was judged";
}

/** When the run ended; a journal may have been kept by a clock that makes no sense. */
export function stopped({ startedAt, durationMs }: Pick<RunReport, "startedAt" | "durationMs">): Date {
  return new Date(Date.parse(startedAt) + durationMs);
}
