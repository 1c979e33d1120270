import { describe, expect, test } from "vitest";
import { deckOf } from "./deck.ts";
import { interleavings } from "./interleavings.ts";
import { limitsFrom } from "./limits.ts";
import { splitsOf } from "./splits.ts";
import { sequencesOf } from "./steps.ts";

const seed = 4;
const many = Array.from({ length: 100 }, (_, index) => index);
const always = { fails: async () => true, most: 500 };

describe("a sequence", () => {
  const deck = deckOf([sequencesOf(["a", "b", "c"], 16)]);

  test("is drawn long, over all its commands", () => {
    const drawn = many.map((index) => deck.draw(seed, index));
    for (const { steps } of drawn) expect(steps).toHaveLength(16);
    const used = new Set(drawn.flatMap(({ steps }) => steps.map(({ command }) => command)));
    expect([...used].toSorted()).toEqual([0, 1, 2]);
  });

  test("shrinks to a single step of the simplest command", async () => {
    const { value } = await deck.shrink(seed, 3, always);
    expect(value.steps).toEqual([{ command: 0, which: 0, size: 0 }]);
  });

  test("keeps just the steps that it takes to fail", async () => {
    const fails = async ({ steps }: { steps: readonly { command: number }[] }) =>
      steps.filter(({ command }) => command === 2).length >= 2;
    const index =
      many.find((one) => deck.draw(seed, one).steps.filter((s) => s.command === 2).length > 4) ?? 0;
    const { value, path } = await deck.shrink(seed, index, { fails, most: 1000 });
    expect(value.steps.map(({ command }) => command)).toEqual([2, 2]);
    expect(deck.at(seed, path)).toEqual(value);
  });
});

test("interleavings are of two to four keys, and shrink to one request", async () => {
  const deck = interleavings(12);
  const drawn = many.map((index) => deck.draw(seed, index));
  for (const turns of drawn) expect(turns).toHaveLength(12);
  const counts = drawn.map((turns) => new Set(turns.map(({ key }) => key)).size);
  expect([...new Set(counts)].toSorted()).toEqual(expect.arrayContaining([2, 3, 4]));
  expect((await deck.shrink(seed, 0, always)).value).toEqual([{ key: 0, waits: false }]);
});

describe("splits", () => {
  test.each([14076, 100, 31, 3, 2, 1])("of %d cents come to it, in parts above zero", (total) => {
    const deck = splitsOf(total);
    for (const index of many) {
      const parts = deck.draw(seed, index);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
      for (const part of parts) expect(part).toBeGreaterThan(0);
    }
  });

  test("have such parts that a sum in floating point misses the total", () => {
    const drawn = many.map((index) => splitsOf(14076).draw(seed, index));
    const sums = drawn.map((parts) => parts.reduce((sum, part) => sum + part / 100, 0));
    expect(sums.filter((sum) => sum < 140.76).length).toBeGreaterThan(10);
    expect(sums.filter((sum) => sum > 140.76).length).toBeGreaterThan(10);
  });
});

test("page sizes begin with those that tell most, and shrink to the smallest that fails", async () => {
  const deck = limitsFrom([4, 12, 100], 100);
  expect([0, 1, 2].map((index) => deck.draw(seed, index))).toEqual([4, 12, 100]);
  const others = many.map((index) => deck.draw(seed, index));
  expect(new Set(others).size).toBeGreaterThan(20);
  expect(Math.min(...others)).toBeGreaterThan(0);
  expect(Math.max(...others)).toBe(100);
  const fails = async (limit: number) => limit >= 7;
  expect((await deck.shrink(seed, 2, { fails, most: 100 })).value).toBe(7);
});
