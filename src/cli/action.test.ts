import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { emptyFolder } from "./cli.test-kit.ts";

const root = new URL("../../", import.meta.url).pathname;
const folder = join(root, ".github/action");

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly steps: readonly { readonly uses?: string; readonly run?: string }[] };
}

/** Runs the script of the action as a runner does. */
function judge(args: string) {
  const cwd = emptyFolder();
  const output = join(cwd, "output");
  const { status, stdout } = spawnSync("bash", [join(folder, "judge.sh")], {
    cwd,
    encoding: "utf8",
    env: {
      PATH: process.env["PATH"] ?? "",
      RUNNER_TEMP: cwd,
      GITHUB_OUTPUT: output,
      KADOSEI_COMMAND: `${process.execPath} ${join(root, "dist/src/cli/main.js")}`,
      REPORT: "tap=out/report.tap",
      ARGS: args,
    },
  });
  const lines = readFileSync(output, { encoding: "utf8", flag: "a+" }).trim().split("\n");
  const told = Object.fromEntries(lines.map((line) => line.split(/=(.*)/s).slice(0, 2)));
  return { cwd, status, stdout, told: told as Readonly<Record<string, string>> };
}

describe("the action", () => {
  test("reads every input and passes every output on", () => {
    const text = readFileSync(join(folder, "action.yml"), "utf8");
    const { inputs, outputs, runs } = parse(text) as Action;
    for (const name of Object.keys(inputs)) expect(text).toContain(`inputs.${name}`);
    for (const [name, { value }] of Object.entries(outputs))
      expect(value).toBe(`\${{ steps.judge.outputs.${name} }}`);
    for (const { uses, run } of runs.steps) {
      expect(uses ?? "actions/none@v1").toMatch(/^actions\/[\w-]+@v\d+$/);
      expect(run ?? "").not.toContain("${{");
    }
  });

  test("judges, annotates and tells later steps", () => {
    const { cwd, status, stdout, told } = judge("--self --only 'idempotency/session-needs-key' --seed 7");
    expect(status).toBe(0);
    expect(stdout).toMatch(/^::notice title=Outcome::Conformant/m);
    expect(told).toMatchObject({ outcome: "conformant-in-part" });
    expect(JSON.parse(told["counts"] ?? "")).toMatchObject({ passed: 1, failed: 0 });
    expect(readFileSync(join(told["report"] ?? "", "report.json"), "utf8")).toContain('"seed": 7');
    expect(readFileSync(join(cwd, "out/report.tap"), "utf8")).toContain("ok 1");
  });

  test("ends as the run does, and takes no input for code", () => {
    const { cwd, status, told } = judge("--self --only nothing/* $(touch pwned) `touch pwned`");
    expect(status).toBe(2);
    expect(told["outcome"]).toBeUndefined();
    expect(() => readFileSync(join(cwd, "pwned"))).toThrow("ENOENT");
  });
});
