import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deckOf, seedOf } from "./deck.ts";

const numbers = deckOf([fc.nat(1000)]);

describe("a deck", () => {
  test("gives the same case for the same seed and number, whatever was drawn before", () => {
    const drawn = Array.from({ length: 20 }, (_, i) => numbers.draw(7, i));
    expect(numbers.draw(7, 13)).toBe(drawn[13]);
    expect(new Set(drawn).size).toBeGreaterThan(5);
    expect(Array.from({ length: 20 }, (_, i) => numbers.draw(8, i))).not.toEqual(drawn);
  });

  test("draws its kinds in turn", () => {
    const kinds = deckOf([fc.constant("a"), fc.constant("b"), fc.constant("c")]);
    expect([0, 1, 2, 3, 4].map((i) => kinds.draw(1, i)).join("")).toBe("abcab");
  });

  test("shrinks to the smallest case that fails, and has it again at its path", async () => {
    const index = indexWhere((value) => value > 41);
    const shrunk = await numbers.shrink(7, index, { fails: async (value) => value > 41, most: 1000 });
    expect(shrunk).toMatchObject({ value: 42, failsAgain: true, isStopped: false });
    expect(numbers.at(7, shrunk.path)).toBe(42);
  });

  test("stays with the kind that failed", async () => {
    const kinds = deckOf<number | string>([fc.nat(1000), fc.string({ minLength: 2 })]);
    const { value, path } = await kinds.shrink(3, 5, { fails: async () => true, most: 1000 });
    expect(value).toHaveLength(2);
    expect(kinds.at(3, path)).toBe(value);
  });

  test("stops after so many cases with the smallest it found", async () => {
    let tried = 0;
    const fails = async () => (tried += 1) > 0;
    const { value, isStopped } = await numbers.shrink(
      7,
      indexWhere((one) => one > 500),
      { fails, most: 1 },
    );
    expect(tried).toBe(1);
    expect(value).toBeGreaterThan(500);
    expect(isStopped).toBe(true);
  });

  test("stops when time is up, though not before the case itself was tried", async () => {
    const index = indexWhere((one) => one > 500);
    const late = { fails: async () => true, most: 100, isOver: () => true };
    const shrunk = await numbers.shrink(7, index, late);
    expect(shrunk).toEqual({
      value: numbers.draw(7, index),
      path: String(index),
      failsAgain: true,
      tried: 1,
      isStopped: true,
    });
  });

  test("says so when the case passes once it is tried again", async () => {
    const shrunk = await numbers.shrink(7, 4, { fails: async () => false, most: 10 });
    expect(shrunk).toMatchObject({ value: numbers.draw(7, 4), path: "4", failsAgain: false });
  });

  test("does not take an error for a failure", async () => {
    const fails = async () => Promise.reject(new TypeError("ours"));
    await expect(numbers.shrink(7, 0, { fails, most: 10 })).rejects.toThrow(TypeError);
  });
});

function indexWhere(holds: (value: number) => boolean): number {
  return Array.from({ length: 100 }, (_, i) => i).findIndex((i) => holds(numbers.draw(7, i)));
}

test("a seed derives from a place", () => {
  expect(seedOf("1/validation")).toBe(seedOf("1/validation"));
  expect(seedOf("1/validation")).not.toBe(seedOf("2/validation"));
});
