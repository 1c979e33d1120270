import { describe, expect, test } from "vitest";
import type { RequirementResult, RunReport, VariantResult } from "../model/index.ts";
import { must, type Suite } from "../suite/index.ts";
import { replayedFrom } from "./replayed.ts";
import { edition } from "../library/tool.ts";

const source = { code: "A", title: "About the API" };
const check = async () => undefined;

function suite(name: string, slug: string, ...variants: readonly string[]): Suite {
  const table = variants.length === 0 ? {} : { variants: variants.map((one) => ({ name: one })) };
  const draft = must("keep its word", { source, fault: "f", check, ...table });
  return {
    name,
    title: name,
    requirements: [{ capability: "core", ...draft, id: `${name}/${slug}`, suite: name }],
  };
}

const suites = [
  suite("validation", "never-5xx", "login", "createSession"),
  suite("lifecycle", "obeys-model"),
  suite("sessions", "creates"),
];

const generated = { seed: 7, path: "3:1", input: "null", examples: [] };
const violation = { expected: "4xx", actual: "500", where: "status" };

function result(id: string, changes: Partial<RequirementResult> = {}): RequirementResult {
  const facts = { title: "keep its word", level: "MUST", source, capability: "core", reproduce: "" } as const;
  const [chapter = ""] = id.split("/");
  const nothing = { durationMs: 1, violations: [], variants: [], notes: [] };
  return { id, suite: chapter, ...facts, verdict: "failed", ...nothing, ...changes };
}

function variant(name: string, changes: Partial<VariantResult>): VariantResult {
  return { name, verdict: "failed", durationMs: 1, violations: [], ...changes };
}

function reportOf(requirements: readonly RequirementResult[], changes: Partial<RunReport> = {}): RunReport {
  // Nothing else of a report matters here.
  const facts = { edition, tool: { name: "kadosei-conformance", version: "0.1.0" }, requirements };
  return { ...facts, ...changes } as RunReport;
}

function replayed(requirements: readonly RequirementResult[], id?: string) {
  const { suites: narrowed, again, ...rest } = replayedFrom(reportOf(requirements), id, suites);
  const cases = narrowed.flatMap(({ requirements: all }) =>
    all.filter((one) => rest.only.includes(one.id)).flatMap((one) => one.cases),
  );
  return { ...rest, again: [...again], variants: cases.map((one) => one.variant?.name) };
}

describe("what is judged again", () => {
  test("is the generated cases alone, of the variants that failed", () => {
    const failed = result("validation/never-5xx", {
      variants: [
        variant("login", { verdict: "passed" }),
        variant("createSession", { violations: [{ ...violation, generated }] }),
      ],
    });
    expect(replayed([failed])).toEqual({
      ids: ["validation/never-5xx"],
      only: ["validation/never-5xx"],
      again: [["validation/never-5xx (createSession)", [{ seed: 7, path: "3:1", input: "null" }]]],
      variants: ["createSession"],
    });
  });

  test("is the whole where a violation was not generated", () => {
    const violations = [{ ...violation, generated }, violation];
    expect(replayed([result("lifecycle/obeys-model", { violations })])).toMatchObject({ again: [] });
    expect(replayed([result("sessions/creates", { verdict: "warned" })])).toMatchObject({
      only: ["sessions/creates"],
      variants: [undefined],
    });
  });

  test("is also the place in which an observer saw it", () => {
    const during = "validation/never-5xx (login)";
    const seen = result("sessions/creates", {
      variants: [variant("seen during it", { during, violations: [violation] })],
    });
    const drawn = result("validation/never-5xx", {
      variants: [variant("login", { violations: [{ ...violation, generated }] })],
    });
    expect(replayed([drawn, seen], "sessions/creates")).toMatchObject({
      ids: ["sessions/creates"],
      only: ["validation/never-5xx", "sessions/creates"],
    });
    // The case alone might not cause the exchange that was seen.
    expect(replayed([drawn, seen]).again).toEqual([]);
  });
});

describe("wrong usage is", () => {
  const passed = result("sessions/creates", { verdict: "passed" });
  const failed = result("lifecycle/obeys-model", { violations: [{ ...violation, generated }] });

  test.each([
    [
      "an id that is nearly right",
      "lifecycle/obeys-modl",
      /not in this run/,
      "did you mean lifecycle/obeys-model?",
    ],
    ["an id that passed", "sessions/creates", /did not fail in this run: it passed/, "what failed: "],
    ["an id that nobody knows", "\u001b[31m", /"\\x1b\[31m" is not in this run/, "what failed: "],
  ])("%s", (_, id, message, hint) => {
    expect(() => replayedFrom(reportOf([passed, failed]), id, suites)).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(message) as string,
        hint: expect.stringContaining(hint) as string,
      }),
    );
  });

  test.each([
    ["of another edition", reportOf([failed], { edition: "2025.01" }), /judged by edition 2025\.01/],
    ["without failures", reportOf([passed]), /nothing failed/],
    ["with an id of its own making", reportOf([result("x/*")]), /names "x\/\*", which is no requirement/],
    [
      "with a path that is none",
      reportOf([{ ...failed, violations: [{ ...violation, generated: { ...generated, path: "1;rm" } }] }]),
      /without a seed, a path or an input/,
    ],
  ])("a report %s", (_, report, message) => {
    expect(() => replayedFrom(report, undefined, suites)).toThrow(message);
  });
});
