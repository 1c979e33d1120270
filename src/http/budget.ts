import type { Limits } from "../model/index.ts";
import { sleep } from "./sleep.ts";
import { createThrottle } from "./throttle.ts";

/** Keeps the traffic of a run polite: requests in flight, requests per second, and pauses the target asks for. */
export interface Budget {
  /** Waits for a place and a turn, then sends. */
  spend<T>(send: () => Promise<T>): Promise<T>;
  /** Sends `size` requests at the same moment: takes their turns beforehand, one burst at a time. */
  burst<T>(size: number, send: () => Promise<T>): Promise<T>;
  /** Holds everything back for a while, because the target said so, and has fewer requests under way from then on. */
  pause(ms: number): void;
  /** An answer came after that long: a target that slows down gets fewer requests at once. */
  took(ms: number): void;
}

/** What a budget knows of time, in milliseconds. */
export interface Timekeeper {
  now(): number;
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

const realTime: Timekeeper = { now: () => performance.now(), sleep };

/** A budget whose waiting ends when the signal fires. */
export function createBudget(
  limits: Pick<Limits, "concurrency" | "requestsPerSecond">,
  signal?: AbortSignal,
  time: Timekeeper = realTime,
): Budget {
  const throttle = createThrottle(limits.concurrency);
  const places = createPlaces(throttle.width);
  const bursts = createPlaces(() => 1);
  const turns = createTurns(limits.requestsPerSecond, signal, time);
  return {
    spend: (send) => places(async () => (await turns.take(1), send())),
    burst: (size, send) => bursts(async () => (await turns.take(size), send())),
    took: throttle.took,
    pause(ms) {
      // Requests that were under way together are put off together: that is one reason to slow down, not many.
      if (!turns.isPaused()) throttle.slowDown();
      turns.pause(ms);
    },
  };
}

/** At most `width` at a time, first come first served. */
function createPlaces(width: () => number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let taken = 0;
  const admit = () => {
    while (waiting.length > 0 && taken < width()) {
      taken += 1;
      waiting.shift()?.();
    }
  };
  return async (work) => {
    await new Promise<void>((resolve) => {
      waiting.push(resolve);
      admit();
    });
    try {
      return await work();
    } finally {
      taken -= 1;
      admit();
    }
  };
}

interface Turns {
  take(count: number): Promise<void>;
  pause(ms: number): void;
  isPaused(): boolean;
}

/** Hands out the moments at which requests may leave, evenly spaced. */
function createTurns(
  perSecond: number | undefined,
  signal: AbortSignal | undefined,
  time: Timekeeper,
): Turns {
  let next = 0;
  let pausedUntil = 0;
  return {
    async take(count) {
      const now = time.now();
      const start = Math.max(now, next);
      const cost = perSecond === undefined ? 0 : (1000 * count) / perSecond;
      next = start + cost;
      const turn = count === 1 ? start : next;
      if (turn > now) await time.sleep(turn - now, signal);
    },
    pause(ms) {
      pausedUntil = Math.max(pausedUntil, time.now() + ms);
      next = Math.max(next, pausedUntil);
    },
    isPaused: () => time.now() < pausedUntil,
  };
}
