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
    spend: (send) => places(() => afterTurn(turns.take(1), send)),
    burst: (size, send) => bursts(() => afterTurn(turns.take(size), send)),
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
  const leave = () => {
    taken -= 1;
    while (waiting.length > 0 && taken < width()) {
      taken += 1;
      waiting.shift()?.();
    }
  };
  return async (work) => {
    if (waiting.length === 0 && taken < width()) taken += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      leave();
    }
  };
}

/** Sends when the turn has come; at once where there is none to wait for, as each wait shows in the time of a request. */
function afterTurn<T>(turn: Promise<void> | undefined, send: () => Promise<T>): Promise<T> {
  return turn === undefined ? send() : turn.then(send);
}

interface Turns {
  /** Undefined where the turn is now. */
  take(count: number): Promise<void> | undefined;
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
    take(count) {
      const now = time.now();
      const start = Math.max(now, next);
      const cost = perSecond === undefined ? 0 : (1000 * count) / perSecond;
      next = start + cost;
      const turn = count === 1 ? start : next;
      return turn > now ? time.sleep(turn - now, signal) : undefined;
    },
    pause(ms) {
      pausedUntil = Math.max(pausedUntil, time.now() + ms);
      next = Math.max(next, pausedUntil);
    },
    isPaused: () => time.now() < pausedUntil,
  };
}
