import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Deck, deckOf } from "../generate/index.ts";
import { forAll, type Property } from "./for-all.ts";
import { Blocked, Violation } from "./violation.ts";
import type { World } from "./world.ts";

const numbers = deckOf([fc.integer({ min: 0, max: 1000 })]);

/** A run of 40 cases, four at a time, and what came of it. */
async function judged<C>(property: Omit<Property<C>, "show">, changes: object = {}) {
  const notes: string[] = [];
  const generation = {
    seed: 1,
    cases: 40,
    from: 0,
    width: 4,
    shrinks: true,
    isOver: () => false,
    ...changes,
  };
  const world = {
    generation: { ran: () => undefined, ...generation },
    note: (sentence: string) => notes.push(sentence),
  };
  const thrown = await forAll(world as unknown as World, {
    show: (drawn) => String(drawn),
    ...property,
  }).then(
    () => undefined,
    (error: unknown) => error,
  );
  return { thrown, notes, evidence: thrown instanceof Violation ? thrown.evidence : [] };
}

/** Wrong for every number above this one. */
function atMost(most: number) {
  return async (drawn: number) => {
    if (drawn <= most) return undefined;
    return { cause: "too large", evidence: { where: "here", expected: "less", actual: String(drawn) } };
  };
}

/** Draws a case by its number, so that a test can say which one fails. */
const byNumber: Deck<number> = {
  draw: (_, index) => index,
  at: (_, path) => Number(path),
  shrink: async (_, index, { fails }) => ({
    value: index,
    path: String(index),
    failsAgain: await fails(index),
  }),
};

describe("what is judged", () => {
  test("are as many cases as the run says, from where it says, so many at a time", async () => {
    const drawn: number[] = [];
    let [now, most] = [0, 0];
    const judge = async (number: number) => {
      drawn.push(number);
      most = Math.max(most, (now += 1));
      await new Promise(setImmediate);
      now -= 1;
      return undefined;
    };
    const { thrown, notes } = await judged({ cases: byNumber, judge }, { cases: 10, from: 100 });
    expect(thrown).toBeUndefined();
    expect(drawn).toEqual(Array.from({ length: 10 }, (_, i) => 100 + i));
    expect(most).toBe(4);
    expect(notes).toEqual(["10 generated cases"]);
  });

  test.each([
    [4, 10],
    [0.5, 80],
    [1000, 1],
  ])("with a weight of %d are %d cases", async (weight, expected) => {
    const { notes } = await judged({ cases: numbers, weight, judge: async () => undefined });
    expect(notes).toEqual([`${expected} generated cases`]);
  });

  test("ends when time is over", async () => {
    let count = 0;
    const judge = async () => void (count += 1);
    await judged(
      { cases: numbers, judge: async () => (await judge(), undefined) },
      { isOver: () => count >= 7, width: 1 },
    );
    expect(count).toBe(7);
  });
});

describe("a failure", () => {
  test("is shown in its smallest form, with seed and path, and how many were alike", async () => {
    const { evidence } = await judged({ cases: numbers, judge: atMost(500) });
    expect(evidence).toHaveLength(1);
    expect(evidence[0]).toMatchObject({ actual: "501", generated: { seed: 1, input: "501" } });
    expect(evidence[0]?.alike).toBeGreaterThan(5);
    expect(evidence[0]?.generated?.examples.length).toBeLessThanOrEqual(3);
    expect(numbers.at(1, evidence[0]?.generated?.path ?? "")).toBe(501);
  });

  test("is judged alone at its path", async () => {
    const path = (await judged({ cases: numbers, judge: atMost(500) })).evidence[0]?.generated?.path;
    const again = await judged({ cases: numbers, judge: atMost(500) }, { path });
    expect(again.evidence[0]).toMatchObject({ actual: "501" });
    const mended = await judged({ cases: numbers, judge: atMost(501) }, { path });
    expect(mended.thrown).toBeUndefined();
  });

  test("is left as it was drawn where it is judged only to see whether it fails again", async () => {
    const { evidence } = await judged({ cases: numbers, judge: atMost(500) }, { shrinks: false });
    const first = Array.from({ length: 40 }, (_, i) => numbers.draw(1, i)).find((number) => number > 500);
    expect(evidence[0]).toMatchObject({ actual: String(first) });
  });

  test("that is a violation counts by where and what was expected, whatever its numbers and ids", async () => {
    const judge = async (drawn: number) => {
      const id = `0a1b2c3d-0000-4000-8000-00000000${String(drawn).padStart(4, "0")}`;
      throw new Violation({ where: `session ${id}`, expected: `status ${drawn}`, actual: "none" });
    };
    const { evidence } = await judged({ cases: byNumber, judge });
    expect(evidence).toHaveLength(1);
    expect(evidence[0]?.alike).toBe(39);
  });

  test("of another cause is told by itself, each for its first case", async () => {
    const judge = async (drawn: number) => ({
      cause: `cause ${drawn % 8}`,
      evidence: { where: `kind ${drawn % 8}`, expected: "", actual: String(drawn) },
    });
    const { evidence } = await judged({ cases: byNumber, judge });
    expect(evidence.map(({ actual }) => actual)).toEqual(["0", "1", "2", "3", "4", "5", "6", "7"]);
    expect(evidence.every(({ alike }) => alike === 4)).toBe(true);
  });

  test("that shrinks to one of another cause stays what it was", async () => {
    const judge = async (drawn: number) =>
      drawn > 500 || drawn === 0
        ? {
            cause: drawn === 0 ? "zero" : "large",
            evidence: { where: "", expected: "", actual: String(drawn) },
          }
        : undefined;
    const { evidence } = await judged({ cases: numbers, judge });
    expect(evidence.map(({ actual }) => actual)).toContain("501");
  });

  test("that does not come again says so", async () => {
    const seen = new Set<number>();
    const judge = async (drawn: number) => {
      const isFirst = !seen.has(drawn);
      seen.add(drawn);
      return isFirst && drawn === 3
        ? { cause: "once", evidence: { where: "", expected: "", actual: "3" } }
        : undefined;
    };
    const { evidence } = await judged({ cases: byNumber, judge });
    expect(evidence[0]?.hint).toMatch(/passed when it was judged again by itself/);
  });

  test("is looked for again under its control, and left as it is where that is blocked", async () => {
    let controls = 0;
    const control = async () => {
      controls += 1;
      if (controls > 1) throw new Blocked("the target is gone");
    };
    const { evidence } = await judged({ cases: byNumber, control, judge: atMost(20) });
    expect(evidence[0]).toMatchObject({ actual: "21", alike: 18 });
  });
});

describe("what blames nobody", () => {
  const blockedAt = (number: number) => async (drawn: number) => {
    if (drawn === number) throw new Blocked("no answer");
    return atMost(30)(drawn);
  };

  test("blocks the property where nothing had failed by then", async () => {
    const { thrown } = await judged({ cases: byNumber, judge: blockedAt(8) });
    expect(thrown).toBeInstanceOf(Blocked);
  });

  test("gives way to a failure", async () => {
    const { evidence } = await judged({ cases: byNumber, judge: blockedAt(35) }, { width: 1 });
    expect(evidence[0]).toMatchObject({ actual: "31" });
  });

  test("is no excuse for an error of our own", async () => {
    const judge = async (drawn: number) => {
      if (drawn === 35) throw new TypeError("ours");
      return atMost(30)(drawn);
    };
    expect((await judged({ cases: byNumber, judge }, { width: 1 })).thrown).toBeInstanceOf(TypeError);
  });

  test("stands before the first case, where the control is not accepted", async () => {
    const control = async () => Promise.reject(new Blocked("refused"));
    const judge = async () => Promise.reject(new Error("never judged"));
    expect((await judged({ cases: byNumber, control, judge })).thrown).toBeInstanceOf(Blocked);
  });
});
