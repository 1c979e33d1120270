import { setTimeout as delay } from "node:timers/promises";

/** Waits; rejects with an AbortError when the signal fires first. */
export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  await delay(ms, undefined, signal === undefined ? {} : { signal });
}
