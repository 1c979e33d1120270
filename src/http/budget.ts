import type { Limits } from "../model/index.ts";
import { sleep } from "./sleep.ts";

/** Keeps the traffic of a run polite: requests in flight, requests per second, and pauses the target asks for. */
export interface Budget {
  /** Waits for a place and a turn, then sends. */
  spend<T>(send: () => Promise<T>): Promise<T>;
  /** Sends `size` requests at the same moment: takes their turns beforehand, one burst at a time. */
  burst<T>(size: number, send: () => Promise<T>): Promise<T>;
  /** Holds everything back for a while, because the target said so. */
  pause(ms: number): void;
}

export function createBudget(limits: Pick<Limits, "concurrency" | "requestsPerSecond">): Budget {
  const places = createPlaces(limits.concurrency);
  const bursts = createPlaces(1);
  const turns = createTurns(limits.requestsPerSecond);
  return {
    spend: (send) => places(async () => (await turns.take(1), send())),
    burst: (size, send) => bursts(async () => (await turns.take(size), send())),
    pause: turns.pause,
  };
}

/** At most `count` at a time, first come first served. */
function createPlaces(count: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let free = count;
  return async (work) => {
    if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    else free -= 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}

/** Hands out the moments at which requests may leave, evenly spaced. */
function createTurns(perSecond: number | undefined): {
  take(count: number): Promise<void>;
  pause(ms: number): void;
} {
  let next = 0;
  return {
    async take(count) {
      const now = performance.now();
      const start = Math.max(now, next);
      const cost = perSecond === undefined ? 0 : (1000 * count) / perSecond;
      next = start + cost;
      const turn = count === 1 ? start : next;
      if (turn > now) await sleep(turn - now);
    },
    pause(ms) {
      next = Math.max(next, performance.now() + ms);
    },
  };
}
