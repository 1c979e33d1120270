import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { cli, emptyFolder } from "../src/cli/cli.test-kit.ts";
import { judgeReference, overTls } from "../src/cli/trial.ts";
import type { FaultResult, Matrix } from "../src/model/index.ts";
import { faultNames } from "../src/reference/index.ts";
import { suites } from "./index.ts";
import { gist } from "./self.test-kit.ts";

const requirements = suites.flatMap((suite) => suite.requirements);
const judgeable = requirements.filter(({ untested }) => untested === undefined);
const judged = judgeable.filter(({ level }) => level !== "MAY");

describe("the clean reference server", () => {
  test.each([
    { seed: 1, concurrency: 8, latencyMs: 0 },
    { seed: 2, concurrency: 1, latencyMs: 0 },
    { seed: 3, concurrency: 32, latencyMs: 0 },
    { seed: 4, concurrency: 32, latencyMs: 50 },
  ])(
    "gets no complaint: $seed, $concurrency at once, $latencyMs ms",
    async ({ seed, concurrency, latencyMs }) => {
      const report = await judgeReference({ seed, concurrency, server: { latencyMs } });
      expect(gist(report)).toEqual([]);
      expect(report.outcome).toBe("conformant");
    },
    180_000,
  );

  test("gets no complaint over HTTPS", async () => {
    const report = await judgeReference({ server: await overTls() });
    expect(gist(report)).toEqual([]);
    expect(report.summary.skipped).toBe(requirements.length - judgeable.length);
  });
});

describe("a requirement fails on each fault it names", () => {
  let results: ReadonlyMap<string, FaultResult>;

  beforeAll(async () => {
    results = await tryFaults();
  }, 3_600_000);

  test.each(judged)("$id names a fault", ({ faults }) => {
    expect(faults).not.toEqual([]);
  });

  const pairs = judged.flatMap(({ id, faults }) => faults.map((fault) => ({ id, fault })));
  test.each(pairs)("$id, $fault", ({ id, fault }) => {
    expect(results.get(fault)).toMatchObject({ breaks: id, fate: "own", killedBy: [id] });
  });
});

/** The built command tries them all, on every core. One of them: `kadosei-conformance faults --own --only <name>`. */
async function tryFaults(): Promise<ReadonlyMap<string, FaultResult>> {
  const cwd = emptyFolder();
  const { stderr } = await cli(["faults", "--own"], { cwd });
  const [run] = readdirSync(join(cwd, "reports"));
  if (run === undefined) throw new Error(stderr);
  const { faults } = JSON.parse(readFileSync(join(cwd, "reports", run, "faults.json"), "utf8")) as Matrix;
  return new Map(faults.map((result) => [result.fault, result]));
}

test("every fault is named by the requirement that it breaks", () => {
  const named = requirements.flatMap(({ faults }) => faults);
  expect(faultNames().filter((name) => !named.includes(name))).toEqual([]);
});

test("ids, levels and titles of the edition stay as they are", () => {
  const edition = requirements.map(({ id, level, title }) => `${id} ${level} ${title}`);
  expect(edition.join("\n")).toMatchSnapshot();
});
