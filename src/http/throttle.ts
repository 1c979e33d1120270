/** How many requests may be under way at once, by how the target bears them. */
export interface Throttle {
  readonly width: () => number;
  /** The target asked for patience. */
  slowDown(): void;
  /** An answer came, after that long. */
  took(ms: number): void;
}

/** So much slower than at its best, and than this many milliseconds, an answer is a sign of too much load. */
const strained = { times: 8, ms: 1000 };

/** Good answers after which one more request may be under way. */
const patience = 8;

/** Weight of the newest answer in the running average of latencies. */
const newest = 0.2;

/** Halves the width when the target asks for patience or grows slow, and widens it one by one while all goes well. */
export function createThrottle(most: number): Throttle {
  let width = most;
  let good = 0;
  let average: number | undefined;
  let best = Infinity;
  const narrow = () => {
    width = Math.max(1, Math.floor(width / 2));
    good = 0;
  };
  return {
    width: () => width,
    slowDown: narrow,
    took(ms) {
      average = average === undefined ? ms : average + newest * (ms - average);
      best = Math.min(best, average);
      good += 1;
      if (good < patience) return;
      good = 0;
      if (average > strained.ms && average > best * strained.times) narrow();
      else width = Math.min(most, width + 1);
    },
  };
}
