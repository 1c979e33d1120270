import { copyFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Served, cli, emptyFolder, serve, written } from "./cli.test-kit.ts";

let faulty: Served;

beforeAll(async () => {
  faulty = await serve("--fault", "validation-languages-crash");
}, 120_000);

afterAll(async () => {
  await faulty?.stop();
});

test("a run with --time finds what comes seldom, tells how much it took, and can be replayed", async () => {
  const [merchant] = faulty.merchants;
  const env = { KADOSEI_PASSWORD: merchant?.password ?? "" };
  const cwd = emptyFolder();
  const target = ["--url", faulty.url, "--email", merchant?.email ?? ""];
  const what = ["--only", "validation/never-5xx,sessions/creates", "--cases", "1", "--time", "4s"];
  const without = ["--without", "clock,checkout,secondMerchant"];
  const ran = await cli([...target, ...what, ...without, "--seed", "1"], { cwd, env });
  expect(ran.code).toBe(1);
  expect(ran.stdout).toMatch(/generated cases, [\d.]+ per second/);
  const { report } = written(cwd);
  expect(report.cases?.total).toBeGreaterThan(50);
  expect(report.leftOver).toEqual([]);
  const drawn = report.requirements.find(({ id }) => id === "validation/never-5xx");
  expect(drawn?.notes).toEqual([`${report.cases?.total} generated cases`]);

  const [run = ""] = readdirSync(join(cwd, "reports"));
  const elsewhere = emptyFolder();
  copyFileSync(join(cwd, "reports", run, "report.json"), join(elsewhere, "report.json"));
  const { code, stdout } = await cli(["replay", "report.json"], { cwd: elsewhere, env });
  expect(code).toBe(1);
  expect(stdout).toMatch(/input +header `accept-language` = "/);
}, 120_000);

test("a time that is none is wrong usage", async () => {
  const { code, stderr } = await cli(["--self", "--time", "soon"]);
  expect(code).toBe(2);
  expect(stderr).toContain("--time: must be a duration such as 90s, 10m or 8h");
});
