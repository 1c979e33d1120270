import { isDeepStrictEqual } from "node:util";
import { setTimeout as sleep } from "node:timers/promises";
import { Blocked } from "./violation.ts";

/** Milliseconds between looks; long enough for others to be at work meanwhile. */
const pauses = [50, 150, 400];

/**
 * Before a change is laid to a request's charge: does what is looked at change by itself? Where somebody else's things
 * show in it, nothing can be told from it, and the check is blocked.
 */
export async function keepStill(look: () => Promise<unknown>): Promise<void> {
  const first = await look();
  for (const pause of pauses) {
    await sleep(pause);
    if (!isDeepStrictEqual(first, await look()))
      throw new Blocked("what would show an effect changes by itself: things of others show in it");
  }
}
