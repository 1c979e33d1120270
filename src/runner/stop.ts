import { setMaxListeners } from "node:events";
import type { RunSettings } from "../model/index.ts";

/** What stops a run before its time: the user, or the run's own time budget. */
export interface Stop {
  readonly signal: AbortSignal;
  /** Once it has fired, in a sentence. */
  readonly reason: () => string | undefined;
  /** Takes the timer away. */
  end(): void;
}

/** Seconds that a token may take to die, with room to spare. */
export const tokenSeconds = 2 * 3600;

export function stopFor(
  { limits, waitForExpiry, soakMs = 0 }: RunSettings,
  interruption?: AbortSignal,
): Stop {
  const late = new AbortController();
  const ms = runTimeout(limits.runTimeoutMs, waitForExpiry, soakMs);
  const timer = ms === undefined ? undefined : setTimeout(() => late.abort(), ms);
  const signal = interruption === undefined ? late.signal : AbortSignal.any([interruption, late.signal]);
  // Each request under way listens to it, and many may be.
  setMaxListeners(0, signal);
  return {
    signal,
    reason: () => {
      if (interruption?.aborted === true) return "the run was interrupted";
      return late.signal.aborted ? `the run took longer than ${minutes(ms)} (--run-timeout)` : undefined;
    },
    end: () => clearTimeout(timer),
  };
}

/** A run that was told to wait for a token to expire, or to go on drawing cases, gets that time on top. */
function runTimeout(ms: number | undefined, waits: boolean, soakMs: number): number | undefined {
  return ms === undefined ? ms : ms + soakMs + (waits ? tokenSeconds * 1000 : 0);
}

function minutes(ms = 0): string {
  return ms < 60_000 ? `${ms / 1000} s` : `${Math.round(ms / 6000) / 10} min`;
}
