import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Deck, deckOf } from "../generate/index.ts";
import { forAll, type Property } from "./for-all.ts";
import type { Generation } from "./generation.ts";
import { Blocked, Violation } from "./violation.ts";
import type { World } from "./world.ts";

const numbers = deckOf([fc.integer({ min: 0, max: 1000 })]);

/** A run of 40 cases, four at a time, and what came of it. */
async function judged<C>(property: Omit<Property<C>, "show">, changes: Partial<Generation> = {}) {
  const drew: (readonly [judged: number, next: number])[] = [];
  const generation: Generation = {
    seed: 1,
    cases: 40,
    from: 0,
    width: 4,
    known: new Map(),
    told: (input) => input,
    shrinks: true,
    shrinking: { begin: () => ({ isOver: () => false, end: () => undefined }) },
    isOver: () => false,
    isEnough: () => false,
    ran: () => undefined,
    drew: (...counts) => drew.push(counts),
    ...changes,
  };
  const world = { generation };
  const thrown = await forAll(world as unknown as World, {
    show: (drawn) => String(drawn),
    ...property,
  }).then(
    () => undefined,
    (error: unknown) => error,
  );
  return { thrown, drew, evidence: thrown instanceof Violation ? thrown.evidence : [] };
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
    tried: 1,
    isStopped: false,
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
    const { thrown, drew } = await judged({ cases: byNumber, judge }, { cases: 10, from: 100 });
    expect(thrown).toBeUndefined();
    expect(drawn).toEqual(Array.from({ length: 10 }, (_, i) => 100 + i));
    expect(most).toBe(4);
    expect(drew).toEqual([[10, 110]]);
  });

  test.each([
    [4, 10],
    [0.5, 80],
    [1000, 1],
  ])("with a weight of %d are %d cases", async (weight, expected) => {
    const { drew } = await judged({ cases: numbers, weight, judge: async () => undefined });
    expect(drew).toEqual([[expected, expected]]);
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

  test("is judged alone at its path, under its control", async () => {
    const [found] = (await judged({ cases: numbers, judge: atMost(500) })).evidence;
    const again = found?.generated === undefined ? [] : [found.generated];
    let controls = 0;
    const control = async () => void (controls += 1);
    const still = await judged({ cases: numbers, control, judge: atMost(500) }, { again });
    expect(still).toMatchObject({ drew: [], evidence: [{ actual: "501", generated: { input: "501" } }] });
    expect(controls).toBe(1);
    const mended = await judged({ cases: numbers, control, judge: atMost(501) }, { again });
    expect(mended.thrown).toBeUndefined();
  });

  test.each(["4:0:99999", "4"])("is not judged where another case is at its path: %s", async (path) => {
    const again = [{ seed: 1, path, input: "501" }];
    const { thrown } = await judged({ cases: numbers, judge: atMost(0) }, { again });
    expect(thrown).toBeInstanceOf(Blocked);
    expect(String(thrown)).toContain(`case ${path} is not the one that failed`);
  });

  test("says where it was shrunk no further", async () => {
    const shrinking = { begin: () => ({ isOver: () => true, end: () => undefined }) };
    const { evidence } = await judged({ cases: numbers, judge: atMost(500) }, { shrinking });
    expect(evidence[0]?.generated?.stopped).toMatch(/^shrinking stopped early, after 1 tries/);
  });

  test("that is known already is counted, and not told again", async () => {
    const known = new Map([["too large", 2]]);
    const { thrown } = await judged({ cases: byNumber, judge: atMost(20) }, { known });
    expect(thrown).toBeUndefined();
    expect(known.get("too large")).toBe(2 + 19);
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
