import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { edition, tool } from "../library/tool.ts";
import type { Matrix } from "../model/index.ts";
import { faultNames } from "../reference/index.ts";
import { cli, emptyFolder, end, start } from "./cli.test-kit.ts";

/** Runs the matrix of a few faults; what it printed, and what it wrote. */
async function matrixOf(...args: readonly string[]) {
  const cwd = emptyFolder();
  const ended = await cli(["faults", "--out", "matrix", ...args], { cwd });
  const [run = ""] = readdirSync(join(cwd, "matrix"));
  const read = (file: string) => readFileSync(join(cwd, "matrix", run, file), "utf8");
  return { ...ended, matrix: JSON.parse(read("faults.json")) as Matrix, markdown: read("faults.md") };
}

/** Folders of two shards as the command writes them, all killed; the second one changed. */
function halves(changes: object = {}): readonly [string, string] {
  const folderOf = (index: number): string => {
    const faults = faultNames()
      .filter((_, i) => i % 2 === index)
      .map((fault, i) => ({
        fault,
        title: "",
        breaks: "a/b",
        fate: "own",
        killedBy: [],
        ...spent(i + index),
      }));
    const startedAt = `2026-01-0${index + 1}T00:00:00.000Z`;
    const matrix = { tool, edition, startedAt, durationMs: 1000, seed: 42, ownOnly: false, faults };
    const folder = emptyFolder();
    writeFileSync(
      join(folder, "faults.json"),
      JSON.stringify({ ...matrix, ...(index === 1 ? changes : {}) }),
    );
    return folder;
  };
  return [folderOf(0), folderOf(1)];
}

const spent = (i: number) => ({
  unrelated: 0,
  blocked: 0,
  errored: 0,
  tries: i === 0 ? 2 : 1,
  durationMs: 1,
});

describe("faults", () => {
  test("--own judges only the requirement that a fault was written for, over TLS where it needs it", async () => {
    const only = ["idempotency-replay-creates-session", "transport-no-nosniff", "transport-old-tls"];
    const { code, stdout, stderr, matrix, markdown } = await matrixOf("--own", "--only", only.join(","));
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(matrix).toMatchObject({ seed: 42, ownOnly: true, summary: { faults: 3, own: 3, survived: 0 } });
    expect(matrix.faults.map(({ fault, fate, own, killedBy }) => [fault, fate, own, killedBy])).toEqual([
      [only[0], "own", "failed", ["idempotency/replay-creates-nothing"]],
      [only[1], "own", "warned", ["transport/no-sniff"]],
      [only[2], "own", "warned", ["transport/tls-1.2-or-better"]],
    ]);
    expect(stdout).toContain("3 faults, 3 killed by their own requirement, 0 survived.");
    for (const name of only) expect(stdout + markdown).toContain(name);
  }, 60_000);

  test("the whole form judges all requirements, and counts the unrelated ones that it knocked over", async () => {
    const { code, stdout, matrix, markdown } = await matrixOf("--only", "idempotency-replay-creates-session");
    const [result] = matrix.faults;
    expect(code).toBe(0);
    expect(result?.killedBy).toContain("idempotency/replay-creates-nothing");
    const elsewhere = result?.killedBy.filter((id) => !id.startsWith("idempotency/"));
    expect(result?.unrelated).toBe(elsewhere?.length);
    expect(result).toMatchObject({ fate: "own", errored: 0 });
    expect(stdout).toContain("1 fault, 1 killed, 1 killed by its own requirement");
    expect(markdown).toContain("| idempotency-replay-creates-session | idempotency/replay-creates-nothing |");
  }, 120_000);

  test("--shard divides the faults", async () => {
    const glob = ["--own", "--only", "transport-no-nosniff*", "--jobs", "1", "--seed", "7"];
    const [first, second] = await Promise.all([
      matrixOf(...glob, "--shard", "1/2"),
      matrixOf(...glob, "--shard", "2/2"),
    ]);
    const names = [first, second].map(({ matrix }) => matrix.faults.map(({ fault }) => fault));
    expect(names).toEqual([["transport-no-nosniff"], ["transport-no-nosniff-on-errors"]]);
    expect(first.matrix.seed).toBe(7);
  }, 60_000);

  test("--join makes one matrix of all shards", async () => {
    const { code, matrix } = await matrixOf("--join", ...halves());
    expect(code).toBe(0);
    expect(matrix).toMatchObject({
      seed: 42,
      durationMs: 2000,
      summary: { own: faultNames().length, late: 1 },
    });
    expect(matrix.startedAt).toBe("2026-01-01T00:00:00.000Z");
    expect(matrix.faults.map(({ fault }) => fault)).toEqual(faultNames());
  });

  test.each([
    ["twice the same", [0, 0], {}, "a fault was tried by two of the shards"],
    ["one too few", [1], {}, "faults are in none of the shards"],
    ["another seed", [0, 1], { seed: 43 }, "has another seed: 43 instead of 42"],
    ["another version", [0, 1], { tool: { name: "x", version: "0.0.0" } }, "has another version: 0.0.0"],
    ["no matrix", [0, 1], { faults: {} }, "is no matrix: it holds no faults"],
  ])("--join refuses %s", async (_, which, changes, says) => {
    const cwd = emptyFolder();
    const folders = halves(changes);
    const { code, stderr } = await cli(["faults", "--join", ...which.map((i) => folders[i] ?? "")], { cwd });
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(says) as string });
    expect(readdirSync(cwd)).toEqual([]);
  });

  test("interrupted, it writes what it has tried, and has found out nothing", async () => {
    const cwd = emptyFolder();
    const child = start(["faults"], { cwd });
    const ended = end(child);
    while (!existsSync(join(cwd, "reports"))) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill("SIGINT");
    const { code, stderr } = await ended;
    expect({ code, stderr }).toEqual({ code: 3, stderr: expect.stringContaining("Stopping") as string });
    const [run = ""] = readdirSync(join(cwd, "reports"));
    expect(readdirSync(join(cwd, "reports", run)).toSorted()).toEqual(["faults.json", "faults.md"]);
  }, 60_000);

  test.each([
    [["--only", "transport-no-nosnif"], "did you mean transport-no-nosniff?"],
    [["--only", "nothing-*"], 'no fault matches "nothing-*"'],
    [["--jobs", "0"], "Give a whole number from 1 to 256"],
    [["--seed", "-1"], "Give a whole number"],
    [["--shard", "3/2"], "such as 1/4"],
    [["--only", "transport-old-tls", "--shard", "2/2"], "the shard holds no fault"],
    [["--out", "/dev/null/x"], "cannot write to"],
  ])("%j is wrong usage", async (args, says) => {
    const cwd = emptyFolder();
    const { code, stdout, stderr } = await cli(["faults", ...args], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(says);
    expect(existsSync(join(cwd, "reports"))).toBe(false);
  });
});
