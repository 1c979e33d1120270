import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { PassThrough } from "node:stream";
import { describe, expect, test } from "vitest";
import { loadSettings } from "../config/index.ts";
import { createAsk } from "./ask.ts";
import { cli, emptyFolder, inProcess } from "./cli.test-kit.ts";

const file = "kadosei-conformance.yaml";
const target = ["--url", "https://staging.example.com", "--email", "owner@example.com"];

function written(cwd: string): string {
  return readFileSync(join(cwd, file), "utf8");
}

/** Somebody who types these lines. */
function typing(...lines: readonly string[]) {
  const input = new PassThrough();
  input.end(lines.map((line) => `${line}\n`).join(""));
  let shown = "";
  const print = (text: string) => void (shown += text);
  return { ask: createAsk(input, { print, signal: new AbortController().signal }), shown: () => shown };
}

describe("init", () => {
  test("asks until it has what a run takes, and never for a password", async () => {
    const cwd = emptyFolder();
    const { ask, shown } = typing(
      "staging",
      "https://staging.example.com/",
      "owner@example.com",
      "refund",
      "refunds, webhooks",
      "secondMerchant checkout",
      "owner@example.com",
      "other@example.com",
    );
    const { code, stdout, stderr } = await inProcess(["init"], { cwd, ask });
    expect(code).toBe(0);
    expect(shown().split(": ").length).toBe(9);
    expect(shown()).not.toMatch(/password/i);
    expect(stderr).toMatch(
      /must be an absolute http\(s\) URL[^]*unknown: refund\n[^]*is the first merchant's/,
    );
    expect(stdout).toMatch(/export KADOSEI_PASSWORD=…\n.*export KADOSEI_SECOND_PASSWORD=…\n.* doctor .*\n/);
    const env = {
      KADOSEI_PASSWORD: "correct-horse-battery",
      KADOSEI_SECOND_PASSWORD: "staple-horse-battery",
    };
    expect(loadSettings({ env, cwd })).toMatchObject({
      target: { url: "https://staging.example.com" },
      claims: ["core", "webhooks", "refunds"],
      without: ["clock", "receiver", "refundFailure"],
      merchant: { email: "owner@example.com", password: "correct-horse-battery" },
      secondMerchant: { email: "other@example.com", password: "staple-horse-battery" },
    });
    expect(written(cwd)).toMatch(/^# checkout: /m);
  });

  test("asks nothing that flags say, and waives nothing by itself", async () => {
    const cwd = emptyFolder();
    const claims = ["--claims", "core,onboarding"];
    expect(await inProcess(["init", ...target, ...claims], { cwd })).toMatchObject({ code: 0, stderr: "" });
    const settings = loadSettings({ env: { KADOSEI_PASSWORD: "correct-horse-battery" }, cwd });
    expect(settings).toMatchObject({ claims: ["core", "onboarding"], without: [] });
    for (const means of ["clock", "checkout", "secondMerchant", "invites"])
      expect(written(cwd)).toMatch(new RegExp(`^# ${means}: `, "m"));
  });

  test.each<readonly [args: readonly string[], says: string]>([
    [[], "give --url and --email"],
    [["--yes", "--url", "https://staging.example.com"], "give --url and --email"],
    [["--url", "staging", "--email", "owner@example.com"], "--url: `target.url` must be"],
    [
      [...target, "--second-email", "owner@example.com"],
      "--second-email: `secondMerchant.email` is the first",
    ],
    [[...target, "--claims", "core,refund"], "did you mean `refunds`?"],
    [[...target, "--without", "clocks"], "did you mean `clock`?"],
    [[...target, "--config", "/dev/null/x.yaml"], "cannot write /dev/null/x.yaml"],
  ])("%j writes nothing", async (args, says) => {
    const cwd = emptyFolder();
    const { code, stderr } = await inProcess(["init", ...args], { cwd });
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(says) as string });
    expect(readdirSync(cwd)).toEqual([]);
  });

  test("overwrites only when it is told to", async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, file), "mine");
    expect(await inProcess(["init", ...target], { cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("is there already") as string,
    });
    expect(written(cwd)).toBe("mine");
    await inProcess(["init", ...target, "--force"], { cwd });
    expect(written(cwd)).toContain("https://staging.example.com");
  });

  test("that is left unanswered writes nothing", async () => {
    const cwd = emptyFolder();
    const { ask } = typing("https://staging.example.com");
    expect(await inProcess(["init"], { cwd, ask })).toMatchObject({ code: 2 });
    expect(readdirSync(cwd)).toEqual([]);
  });

  test("names the schema that editors find in the project", async () => {
    const cwd = emptyFolder();
    const installed = join(cwd, "node_modules/kadosei-conformance");
    mkdirSync(installed, { recursive: true });
    writeFileSync(join(installed, "package.json"), '{ "name": "kadosei-conformance" }');
    await inProcess(["init", ...target], { cwd });
    const [, schema = ""] = /\$schema=(\S+)/.exec(written(cwd)) ?? [];
    const local = "schemas/tool/configuration.schema.json";
    expect(schema).toBe(`./node_modules/kadosei-conformance/${local}`);
    expect(createRequire(import.meta.url).resolve(`#${local}`)).toContain(local);
  });
});

describe("completion", () => {
  test.each<readonly [words: readonly string[], some: string]>([
    [["ser"], "serve"],
    [["--repo"], "--report"],
    [["run", "--report", "sa"], "sarif"],
    [["serve", "--fault", "idempotency-replay-creates-s"], "idempotency-replay-creates-session"],
    [["explain", "idempotency/replay-creates-n"], "idempotency/replay-creates-nothing"],
    [["--only", "idempotency/session-n"], "idempotency/session-needs-key"],
    [["--claims", "core,ref"], "core,refunds"],
    [["--suite", "idem"], "idempotency"],
    [["serve", "--dialect", "contr"], "contrary"],
    [["completion", "z"], "zsh"],
    [["--out", ""], ""],
  ])("continues %j", async (words, some) => {
    const { stdout } = await inProcess(["completion", "--words", "--", ...words]);
    expect(stdout).toBe(some === "" ? "" : `${some}\n`);
  });

  test("works in bash", async () => {
    const bin = emptyFolder();
    const main = new URL("../../dist/src/cli/main.js", import.meta.url).pathname;
    const options = { mode: 0o755 };
    writeFileSync(
      join(bin, "kadosei-conformance"),
      `#!/bin/sh\nexec "${process.execPath}" "${main}" "$@"\n`,
      options,
    );
    const { stdout: script } = await cli(["completion", "bash"]);
    const use = `${script}\nCOMP_WORDS=(kadosei-conformance run --report ju); COMP_CWORD=3; _kadosei_conformance; echo "\${COMPREPLY[@]}"`;
    const env = { PATH: `${bin}${delimiter}${process.env["PATH"] ?? ""}` };
    expect(execFileSync("bash", ["-c", use], { encoding: "utf8", env })).toBe("junit\n");
  });

  test("knows its shells", async () => {
    for (const shell of ["bash", "zsh", "fish"])
      expect((await inProcess(["completion", shell])).stdout).toContain("completion --words --");
    const { code, stderr } = await inProcess(["completion", "tcsh"]);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining("known: bash, zsh, fish") as string,
    });
  });
});
