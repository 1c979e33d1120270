import { describe, expect, test } from "vitest";
import { type RequirementResult, type RunHeader, verdicts } from "../model/index.ts";
import { checkTool } from "../schema/index.ts";
import { changeOf } from "./change.ts";
import { comparisonLines } from "./comparison-console.ts";
import { comparisonMarkdown } from "./comparison-markdown.ts";
import { compare, regressions } from "./comparison.ts";
import { exampleResult, exampleRun } from "./example-run.test-kit.ts";
import { reportOf } from "./fold.ts";

function run(results: readonly RequirementResult[], header: Partial<RunHeader> = {}) {
  return reportOf(exampleRun(results, { run: header }));
}

const before = run([
  exampleResult("a/kept"),
  exampleResult("a/broken"),
  exampleResult("a/warned"),
  exampleResult("a/mended", { verdict: "failed" }),
  exampleResult("a/lost"),
  exampleResult("a/gained", { verdict: "blocked" }),
  exampleResult("a/shaky", { verdict: "failed" }),
  exampleResult("a/gone"),
]);
const after = run(
  [
    exampleResult("a/kept", { verdict: "noted" }),
    exampleResult("a/broken", { verdict: "failed" }),
    exampleResult("a/warned", { verdict: "warned" }),
    exampleResult("a/mended"),
    exampleResult("a/lost", { verdict: "blocked", reason: "<b>@all</b>\u001b[31m | no login" }),
    exampleResult("a/gained", { verdict: "failed" }),
    exampleResult("a/shaky", { verdict: "failed", reason: "unstable: 1 of 3" }),
    exampleResult("a/added", { verdict: "failed" }),
  ],
  { seed: 43 },
);
const comparison = compare(before, after);

describe("two runs compared", () => {
  test("say of each requirement what became of it", () => {
    const { broken, mended, lost, gained, unstable, added, gone, same } = comparison;
    const ids = [broken, mended, lost, gained, unstable, added, gone].map((entries) =>
      entries.map(({ id }) => id),
    );
    expect(ids).toEqual([
      ["a/broken", "a/warned"],
      ["a/mended"],
      ["a/lost"],
      ["a/gained"],
      ["a/shaky"],
      ["a/added"],
      ["a/gone"],
    ]);
    expect(same).toBe(2);
    expect(comparison.differences).toEqual([{ name: "seed", before: "42", after: "43" }]);
    expect(checkTool("comparison", comparison)).toEqual([]);
  });

  test("stop a gate at what broke, and the strict at what is lost too", () => {
    const strict = regressions(comparison, true).map(({ id }) => id);
    expect(regressions(comparison, false)).toEqual(comparison.broken);
    expect(strict).toEqual(["a/broken", "a/warned", "a/lost", "a/gone"]);
    expect(regressions(compare(after, after), true)).toEqual([]);
  });

  test("are told as text and as Markdown, with nothing in it that anybody obeys", () => {
    const text = comparisonLines((_, plain) => plain, comparison).join("\n");
    const markdown = comparisonMarkdown(comparison);
    expect(text).toContain("✗ a/broken  passed → failed");
    expect(text).toMatch(/passed +5 +1 {2}-4\n/);
    expect(text.split("\n").at(-1)).toBe("2 broken, 1 mended, 1 lost, 1 gained, 1 new, 1 gone, 2 the same");
    expect(text).toContain(String.raw`<b>@all</b>\x1b[31m | no login`);
    expect(markdown).toMatch(/^## 2 broken, 1 mended/);
    expect(markdown).toContain(String.raw`&lt;b&gt;&#64;all&lt;/b&gt;\\x1b\[31m \| no login`);
    expect(markdown).toContain("| passed | 5 | 1 | -4 |");
  });

  test("may be of other versions, with other members", () => {
    const strange = { target: {}, summary: {}, outcome: "x", edition: "y", requirements: after.requirements };
    const told = compare(strange as unknown as typeof before, after);
    expect(told.differences.map(({ name }) => name)).toContain("target");
    expect(told.same).toBe(8);
  });
});

test("a verdict is worse, better, lost, gained or the same, and turned round the opposite", () => {
  const opposite = { broken: "mended", mended: "broken", lost: "gained", gained: "lost", same: "same" };
  for (const one of verdicts)
    for (const other of verdicts) expect(changeOf(other, one)).toBe(opposite[changeOf(one, other)]);
  expect(changeOf("noted", "warned")).toBe("broken");
  expect(changeOf("passed", "skipped")).toBe("lost");
});
