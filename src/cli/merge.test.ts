import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { cli, emptyFolder, written } from "./cli.test-kit.ts";

const cwd = emptyFolder();
const part = ["--self", "--suite", "idempotency,error-envelope", "--quiet"];
let shards: readonly string[] = [];

/** The folder of the run that the flags make. */
async function judged(out: string, ...flags: readonly string[]): Promise<string> {
  const { code } = await cli([...part, "--out", out, ...flags], { cwd });
  const [run = ""] = readdirSync(join(cwd, out));
  expect(code).toBe(0);
  return join(out, run);
}

beforeAll(async () => {
  shards = await Promise.all([1, 2].map((i) => judged(`shard-${i}`, "--seed", "7", "--shard", `${i}/2`)));
});

describe("shards", () => {
  test("make one run with the verdicts of a whole one", async () => {
    const merged = await cli(["merge", ...shards.toReversed()], { cwd });
    const whole = emptyFolder();
    await cli([...part, "--seed", "7"], { cwd: whole });
    expect(merged).toMatchObject({ code: 0, stderr: "" });
    const [one, other] = [written(cwd).report, written(whole).report];
    const ids = [one, other].map(({ requirements }) => requirements.map(({ id }) => id).toSorted());
    expect(ids[0]).toEqual(ids[1]);
    expect({ ...one.summary, requests: 0 }).toEqual({ ...other.summary, requests: 0 });
    expect(one.mergedFrom).toHaveLength(2);
    expect(one).not.toHaveProperty("shard");
  });

  test("are refused when one is missing, given twice, or of another run", async () => {
    const [one = "", two = ""] = shards;
    const other = await judged("other", "--seed", "8", "--shard", "2/2");
    expect(await cli(["merge", one], { cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("shard 2 of 2 is missing") as string,
    });
    expect(await cli(["merge", one, two, one], { cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("shard 1 of 2 is given more than once") as string,
    });
    expect(await cli(["merge", one, other], { cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("the shards differ in seed: 7") as string,
    });
  });

  test("are merged when one did not finish, and the whole is not judged then", async () => {
    const [one = "", two = ""] = shards;
    const events = readFileSync(join(cwd, two, "journal.ndjson"), "utf8").split("\n");
    mkdirSync(join(cwd, "killed"));
    writeFileSync(join(cwd, "killed/journal.ndjson"), events.slice(0, 20).join("\n"));
    const { code, stdout } = await cli(["merge", one, "killed", "--quiet", "--out", "unfinished"], { cwd });
    expect(code).toBe(3);
    expect(stdout).toMatch(/shard 2 of 2: the run did not finish: of \d+ requirements, \d+ got a verdict/);
  });

  test("alone speak for no whole, and take their index from Kubernetes", async () => {
    const alone = emptyFolder();
    const env = { JOB_COMPLETION_INDEX: "1", KADOSEI_SEED: "7" };
    await cli([...part, "--shard", "/2"], { cwd: alone, env });
    expect(written(alone).report).toMatchObject({
      outcome: "conformant-in-part",
      shard: { index: 2, of: 2 },
    });
  });

  test.each([
    [["--shard", "1/2"], {}, "a shard has no seed"],
    [["--shard", "/2", "--seed", "1"], {}, "JOB_COMPLETION_INDEX, which is not set"],
    [["--shard", "/2", "--seed", "1"], { JOB_COMPLETION_INDEX: "2" }, "JOB_COMPLETION_INDEX, which is 2"],
    [["--durations", "x"], {}, "--durations divides nothing"],
  ])("%j %j is wrong usage", async (flags, env, says) => {
    const { code, stderr } = await cli([...part, ...flags], { env });
    expect(stderr).toContain(says);
    expect(code).toBe(2);
  });
});
