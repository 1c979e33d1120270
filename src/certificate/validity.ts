import type { RunReport } from "../model/index.ts";

export const dayMs = 24 * 60 * 60 * 1000;

/** The longest that a certificate may be valid, from the end of its run. */
export const mostDays = 366;

/** A clock may be a little wrong. */
export const leewayMs = 5 * 60 * 1000;

export function finishOf({ startedAt, durationMs }: Pick<RunReport, "startedAt" | "durationMs">): Date {
  return new Date(Date.parse(startedAt) + durationMs);
}
