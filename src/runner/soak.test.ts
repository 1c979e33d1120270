import { describe, expect, test } from "vitest";
import { must, type Judgeable, Violation } from "../suite/index.ts";
import type { Judgement, Slice } from "./judge.ts";
import { type Held, type Soak, soak } from "./soak.ts";

const source = { code: "A", title: "About the API" };
const check = async () => undefined;

function requirement(slug: string, needs: Judgeable["needs"] = []): Judgeable {
  const draft = must("keep its word", { source, fault: "f", check, needs });
  return { capability: "core", ...draft, id: `suite/${slug}`, suite: "suite" };
}

function judgement(changes: Partial<Judgement> = {}): Judgement {
  const facts = { variant: undefined, missing: [], notes: [], durationMs: 1 } as const;
  return { ...facts, verdict: "passed", cases: 20, next: 20, ...changes };
}

function failure(...causes: readonly (string | undefined)[]): Partial<Judgement> {
  const evidence = causes.map((cause) => ({
    where: "status",
    expected: "4xx",
    actual: "500",
    ...(cause === undefined ? {} : { cause }),
  }));
  return { verdict: "failed", violation: new Violation(evidence) };
}

/** A clock that each slice moves on by so much. */
async function soaked(all: readonly Held[], answers: (slice: Slice, id: string) => Partial<Judgement>) {
  let time = 0;
  const slices: { readonly id: string; readonly from: number; readonly at: number }[] = [];
  const parts: Soak = {
    until: 100,
    width: 1,
    now: () => time,
    ended: () => undefined,
    async judge({ id }, _, slice) {
      slices.push({ id, from: slice.from, at: time });
      time += 10;
      return judgement({ next: slice.from + 5, cases: 5, ...answers(slice, id) });
    },
  };
  const results = await soak(all, parts);
  return { slices, judgements: results.flatMap(({ judgements }) => judgements) };
}

function held(slug: string, changes: Partial<Judgement> = {}, needs: Judgeable["needs"] = []): Held {
  return { requirement: requirement(slug, needs), judgements: [judgement(changes)] };
}

describe("a soak", () => {
  test("goes on where each check was until time is up, and shares it out", async () => {
    const three = [held("clock", {}, ["clock"]), held("one"), held("other")];
    const { slices, judgements } = await soaked(three, () => ({}));
    expect(slices.map(({ id }) => id.replace("suite/", ""))).toEqual([
      ...Array.from({ length: 4 }, () => "one"),
      ...Array.from({ length: 3 }, () => "other"),
      ...Array.from({ length: 3 }, () => "clock"),
    ]);
    expect(slices.slice(0, 3).map(({ from }) => from)).toEqual([20, 25, 30]);
    expect(judgements.map(({ cases }) => cases)).toEqual([35, 40, 35]);
  });

  test("leaves alone what draws no cases", async () => {
    const { cases: _, next: __, ...plain } = judgement();
    const { slices } = await soaked([{ requirement: requirement("plain"), judgements: [plain] }], () => ({}));
    expect(slices).toEqual([]);
  });

  test("tells a cause once, however often it is met again", async () => {
    const { judgements } = await soaked([held("one")], ({ known, number }) => {
      if (number === 2) return failure("null");
      if (number > 2) known.set("null", (known.get("null") ?? 0) + 3);
      return {};
    });
    expect(judgements[0]).toMatchObject({ verdict: "failed", cases: 70 });
    expect(judgements[0]?.violation?.evidence).toMatchObject([{ cause: "null", alike: 24 }]);
  });

  test("goes on no more after a failure that can't be told from others, or too many", async () => {
    const untold = await soaked([held("one")], () => failure(undefined));
    expect(untold.slices).toHaveLength(1);
    const many = await soaked([held("one")], ({ number }) =>
      failure(...Array.from({ length: 10 }, (_, i) => `${number} ${i}`)),
    );
    expect(many.slices).toHaveLength(3);
  });

  test("is blocked by what blocks a slice, unless it had failed before", async () => {
    const blocked = { verdict: "blocked", reason: "no answer" } as const;
    const passed = await soaked([held("one")], ({ number }) => (number === 3 ? blocked : {}));
    expect(passed.judgements[0]).toMatchObject(blocked);
    expect(passed.slices).toHaveLength(3);
    const failed = await soaked([held("one", failure("null"))], () => blocked);
    expect(failed.judgements[0]).toMatchObject({ verdict: "failed" });
    expect(failed.judgements[0]?.reason).toBeUndefined();
  });
});
