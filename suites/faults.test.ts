import { describe, expect, test } from "vitest";
import { faultNames, loadFault } from "../src/reference/index.ts";
import { suites } from "./index.ts";
import { gist, judgeReference, overTls } from "./self.test-kit.ts";

const requirements = suites.flatMap((suite) => suite.requirements);
const judged = requirements.filter(({ untested, level }) => untested === undefined && level !== "MAY");

describe("the clean reference server", () => {
  test.each([
    { seed: 1, concurrency: 8 },
    { seed: 2, concurrency: 1 },
    { seed: 3, concurrency: 32 },
  ])("gets no complaint with seed $seed at concurrency $concurrency", async ({ seed, concurrency }) => {
    const limits = {
      concurrency,
      timeoutMs: 10_000,
      maxBodyBytes: 1e7,
      maxWaitMs: 3e4,
      requirementTimeoutMs: 1e5,
    };
    const report = await judgeReference({ settings: { seed, limits } });
    expect(gist(report)).toEqual([]);
    expect(report.outcome).toBe("conformant");
  });

  test("gets no complaint over HTTPS", async () => {
    const report = await judgeReference({ server: overTls });
    expect(gist(report)).toEqual([]);
    expect(report.summary.skipped).toBe(0);
  });

  test("gets no complaint when it is slow", async () => {
    const report = await judgeReference({ server: { latencyMs: 30 } });
    expect(gist(report)).toEqual([]);
  });
});

describe("a requirement fails on each fault it names", () => {
  test.each(judged)("$id names a fault", ({ faults }) => {
    expect(faults).not.toEqual([]);
  });

  const pairs = judged.flatMap(({ id, level, faults }) => faults.map((fault) => ({ id, level, fault })));
  test.concurrent.each(pairs)("$id, $fault", async ({ id, level, fault: name }) => {
    const fault = await loadFault(name);
    expect(fault.breaks).toBe(id);
    const report = await judgeReference({
      only: [id],
      server: { faults: [fault], ...(fault.over === "tls" ? overTls : {}) },
    });
    expect(report.requirements.map(({ verdict }) => verdict)).toEqual([
      level === "MUST" ? "failed" : "warned",
    ]);
  });
});

test("every fault is named by the requirement that it breaks", () => {
  const named = requirements.flatMap(({ faults }) => faults);
  expect(faultNames().filter((name) => !named.includes(name))).toEqual([]);
});

test("ids, levels and titles of the edition stay as they are", () => {
  const edition = requirements.map(({ id, level, title }) => `${id} ${level} ${title}`);
  expect(edition.join("\n")).toMatchSnapshot();
});
