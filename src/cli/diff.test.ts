import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { checkTool } from "../schema/index.ts";
import { writeRun } from "./certificate.test-kit.ts";
import { cli, emptyFolder, inProcess } from "./cli.test-kit.ts";

const cwd = emptyFolder();
const replay = "idempotency/replay-creates-nothing";

beforeAll(() => {
  writeRun(join(cwd, "old"));
  writeRun(join(cwd, "worse"), (id) => (id === replay ? { verdict: "failed" } : {}));
  writeRun(join(cwd, "lost"), (id) => (id === replay ? { verdict: "blocked", reason: "no login" } : {}));
});

test("diff ends with 1 if a verdict became worse, and says which", async () => {
  const { code, stdout, stderr } = await cli(["diff", "old", "worse/journal.ndjson"], { cwd });
  expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
  expect(stdout).toContain(`✗ ${replay}  passed → failed`);
  expect((await inProcess(["diff", "worse", "old"], { cwd })).code).toBe(0);
});

test("diff minds a lost verdict under --strict only", async () => {
  const markdown = await inProcess(["diff", "old", "lost", "--markdown"], { cwd });
  const json = await inProcess(["diff", "old", "lost", "--strict", "--json"], { cwd });
  expect(markdown).toMatchObject({ code: 0, stdout: expect.stringContaining("## 1 lost, ") as string });
  expect(json.code).toBe(1);
  expect(checkTool("comparison", JSON.parse(json.stdout))).toEqual([]);
});

test("diff takes runs only", async () => {
  const { code, stdout, stderr } = await inProcess(["diff", "old", "missing"], { cwd });
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain("error: missing is no run");
});
