import fc from "fast-check";
import { expect, test } from "vitest";
import { createBudget, type Timekeeper } from "./budget.ts";

/** Time that passes only while everybody waits. */
function virtualTime(): Timekeeper & { pass(work: Promise<unknown>): Promise<void> } {
  const sleepers: { readonly at: number; readonly wake: () => void }[] = [];
  let now = 0;
  return {
    now: () => now,
    sleep: (ms) => new Promise((wake) => void sleepers.push({ at: now + ms, wake })),
    async pass(work) {
      const ended = { yet: false };
      void work.then(() => (ended.yet = true));
      while (!ended.yet) {
        await new Promise(setImmediate);
        sleepers.sort((one, other) => one.at - other.at);
        const next = sleepers.shift();
        now = Math.max(now, next?.at ?? now);
        next?.wake();
      }
    },
  };
}

/** Somebody who wants to send so many at once, after a while; or a target that asks for patience. */
const events = fc.array(
  fc.record({
    after: fc.nat(3_000),
    what: fc.oneof(
      { weight: 6, arbitrary: fc.record({ send: fc.integer({ min: 1, max: 30 }) }) },
      { weight: 2, arbitrary: fc.record({ burst: fc.integer({ min: 2, max: 20 }) }) },
      { weight: 1, arbitrary: fc.record({ pause: fc.nat(2_000) }) },
    ),
  }),
  { maxLength: 30 },
);

test("no second holds more requests than the rate and one burst, whatever is sent when", async () => {
  await fc.assert(
    fc.asyncProperty(events, fc.integer({ min: 1, max: 60 }), async (plan, requestsPerSecond) => {
      const time = virtualTime();
      const budget = createBudget({ concurrency: 8, requestsPerSecond }, undefined, time);
      const sent: number[] = [];
      const leave = async () => void sent.push(time.now());
      const acts = plan.map(async ({ after, what }) => {
        await time.sleep(after);
        if ("pause" in what) budget.pause(what.pause);
        else if ("send" in what)
          await Promise.all(Array.from({ length: what.send }, () => budget.spend(leave)));
        else
          await budget.burst(what.burst, () =>
            Promise.all(Array.from({ length: what.burst }, () => leave())),
          );
      });
      await time.pass(Promise.all(acts));
      const most = Math.max(0, ...plan.map(({ what }) => ("burst" in what ? what.burst : 0)));
      for (const from of sent) {
        // Turns are fractions of milliseconds, which add up inexactly.
        const within = sent.filter((at) => at >= from && at < from + 999.999).length;
        expect(within).toBeLessThanOrEqual(requestsPerSecond + most);
      }
      const total = plan.reduce(
        (sum, { what }) => sum + ("send" in what ? what.send : "burst" in what ? what.burst : 0),
        0,
      );
      expect(sent).toHaveLength(total);
    }),
    { numRuns: 60 },
  );
});

test("nothing leaves while the target wants to be left alone", async () => {
  const time = virtualTime();
  const budget = createBudget({ concurrency: 2 }, undefined, time);
  const sent: number[] = [];
  budget.pause(1_500);
  const leave = async () => void sent.push(time.now());
  await time.pass(Promise.all([budget.spend(leave), budget.burst(3, leave), budget.spend(leave)]));
  expect(sent).toEqual([1_500, 1_500, 1_500]);
});
