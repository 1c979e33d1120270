import type { Shrinking } from "../suite/index.ts";

/**
 * Lets the failures of one requirement be shrunk for so long in all. Variants that shrink at the same time spend the
 * same time, and each of several failures that wait gets its share of what is left.
 */
export function createShrinking(ms: number, now: () => number = () => performance.now()): Shrinking {
  let spent = 0;
  let since = 0;
  let active = 0;
  const spentBy = (instant: number) => spent + (active > 0 ? instant - since : 0);
  return {
    begin(waiting) {
      const began = now();
      const until = began + (ms - spentBy(began)) / waiting;
      spent = spentBy(began);
      since = began;
      active += 1;
      return {
        isOver: () => now() >= until,
        end() {
          const ended = now();
          spent = spentBy(ended);
          since = ended;
          active -= 1;
        },
      };
    },
  };
}
