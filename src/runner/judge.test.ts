import { describe, expect, test } from "vitest";
import {
  Blocked,
  must,
  NotServed,
  should,
  may,
  Violation,
  type Draft,
  type Judgeable,
  type World,
} from "../suite/index.ts";
import { judge, type Equipment } from "./judge.ts";

const source = { code: "A", title: "About the API" };
const equipment: Equipment = { claims: ["core"], given: [], strict: false };
const violation = new Violation({ where: "status", expected: "201", actual: "500" });

function asJudgeable(draft: Draft): Judgeable {
  return { capability: "core", ...draft, id: "suite/slug", suite: "suite" };
}

async function verdictOf(draft: Draft, changes: Partial<Equipment> = {}) {
  const requirement = asJudgeable(draft);
  const [only] = requirement.cases;
  if (only === undefined) throw new Error("a draft under test has one case");
  // The checks below never look at their world.
  const world = () => ({}) as World;
  return judge(requirement, only, { equipment: { ...equipment, ...changes }, timeoutMs: 50, world });
}

/** A check that throws these, one after the other, and then nothing. */
function throwing(...errors: readonly unknown[]) {
  const left = [...errors];
  return async () => {
    const error = left.shift();
    if (error !== undefined) throw error;
  };
}

const always = async () => {
  throw violation;
};

describe("the verdict", () => {
  test.each([
    ["passed", must("m", { source, fault: "f", check: throwing() })],
    ["failed", must("m", { source, fault: "f", check: always })],
    ["warned", should("s", { source, fault: "f", check: always })],
    ["noted", may("y", { source, fault: [], check: always })],
    ["noted", may("y", { source, fault: [], check: throwing() })],
    ["blocked", must("m", { source, fault: "f", check: throwing(new Blocked("no login")) })],
    ["blocked", must("m", { source, fault: "f", check: throwing(new NotServed("404")) })],
    ["skipped", must("m", { source, fault: "f", optional: true, check: throwing(new NotServed("404")) })],
    ["skipped", should("s", { source, fault: "f", check: throwing(new NotServed("404")) })],
    ["errored", must("m", { source, fault: "f", check: throwing(new TypeError("our bug")) })],
    ["skipped", must("m", { source, fault: "f", capability: "refunds", check: always })],
    ["skipped", must("m", { source, fault: "f", needs: ["clock"], check: always })],
    ["blocked", must("m", { source, fault: "f", check: () => new Promise<void>(() => undefined) })],
  ] as const)("%s", async (verdict, draft) => {
    expect((await verdictOf(draft)).verdict).toBe(verdict);
  });

  test("of a violated SHOULD is failed under --strict", async () => {
    expect(
      (await verdictOf(should("s", { source, fault: "f", check: always }), { strict: true })).verdict,
    ).toBe("failed");
  });

  test("of one variant has that variant's level", async () => {
    const variants = [{ name: "one", level: "SHOULD" }] as const;
    expect((await verdictOf(must("m", { source, fault: "f", variants, check: always }))).verdict).toBe(
      "warned",
    );
  });
});

describe("an unstable failure", () => {
  test("stays a failure and says so", async () => {
    const draft = must("m", { source, fault: "f", check: throwing(violation) });
    expect(await verdictOf(draft)).toMatchObject({ verdict: "failed", reason: "unstable: 1 of 3" });
  });

  test("that never comes back to pass says nothing of it", async () => {
    expect((await verdictOf(must("m", { source, fault: "f", check: always }))).reason).toBeUndefined();
  });
});

test("means are missing only if every alternative is", async () => {
  const draft = must("m", { source, fault: "f", needs: [["clock", "expiredToken"]], check: throwing() });
  expect(await verdictOf(draft)).toMatchObject({ verdict: "skipped", missing: [["clock", "expiredToken"]] });
  expect((await verdictOf(draft, { given: ["expiredToken"] })).verdict).toBe("passed");
});

test("what a missing means needs is said", async () => {
  const { reason } = await verdictOf(must("m", { source, fault: "f", needs: ["clock"], check: always }));
  expect(reason).toBe("needs clock: configure `clock.advance`");
});
