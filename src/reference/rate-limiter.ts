import type { Incoming } from "./call.ts";
import { Refusal } from "./refusal.ts";

/** So many requests a second, for all clients together. */
export interface RateLimiter {
  /** 429 when there were too many. */
  admit(incoming: Incoming): void;
}

/** A bucket that refills with real time: advancing the clock must not hand out requests. */
export const createRateLimiter = (perSecond: number | undefined): RateLimiter => {
  let tokens = perSecond ?? 0;
  let refilledAt = performance.now();
  return {
    admit: () => {
      if (perSecond === undefined) return;
      const now = performance.now();
      tokens = Math.min(perSecond, tokens + ((now - refilledAt) / 1000) * perSecond);
      refilledAt = now;
      if (tokens < 1) throw new Refusal(429, "Too many requests");
      tokens -= 1;
    },
  };
};
