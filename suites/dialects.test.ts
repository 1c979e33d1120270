import { describe, expect, test } from "vitest";
import { judgeReference } from "../src/cli/trial.ts";
import { type Dialect, dialectNames, findDialect } from "../src/reference/index.ts";
import { gist } from "./self.test-kit.ts";

const dialectNamed = (name: string): Dialect => {
  const found = findDialect(name);
  if (found === undefined) throw new Error(`There is no dialect ${name}`);
  return found;
};

test("the contrary reference server gets no complaint", async () => {
  const report = await judgeReference({ server: { dialects: [dialectNamed("contrary")] } });
  const complaints = gist(report).filter(({ verdict }) => verdict !== "skipped");
  expect(complaints).toEqual([]);
  expect(report.outcome).toBe("conformant");
  expect(report.summary.skipped).toBeLessThan(20);
}, 300_000);

describe("a choice that is easily mistaken", () => {
  test.each([
    { name: "tokens-without-sub", only: ["token-forgery/*"] },
    { name: "deliveries-sent-once", only: ["webhook-delivery/signs"] },
    { name: "deliveries-sent-twice", only: ["webhook-delivery/*"] },
  ])("$name gets no complaint from $only", async ({ name, only }) => {
    const report = await judgeReference({ only, server: { dialects: [dialectNamed(name)] } });
    expect(gist(report).filter(({ verdict }) => verdict !== "skipped")).toEqual([]);
    expect(report.summary.passed).toBeGreaterThan(0);
  });
});

describe("each lawful choice alone", () => {
  const only = ["authentication/issues-token", "sessions/reads-back", "webhooks/lists"];
  test.each(dialectNames().map((name) => ({ name, title: dialectNamed(name).title })))(
    "$name: $title",
    async ({ name }) => {
      const report = await judgeReference({ only, server: { dialects: [dialectNamed(name)] } });
      expect(gist(report)).toEqual([]);
    },
  );
});
