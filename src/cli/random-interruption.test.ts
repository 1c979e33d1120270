import { once } from "node:events";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readJournal } from "../report/index.ts";
import { dice } from "../runner/troubled.test-kit.ts";
import { checkTool } from "../schema/index.ts";
import { type Served, cli, emptyFolder, serve, written } from "./cli.test-kit.ts";
import { enabled, everyFile, journalOf, running } from "./interruption.test-kit.ts";

let clean: Served;

beforeAll(async () => {
  clean = await serve();
}, 120_000);

afterAll(async () => {
  await clean?.stop();
});

const throwDice = dice(11);

/** How a run is ended, and how many milliseconds after its first request was on its way. */
const moments = Array.from({ length: 8 }, (_, i): [how: How, ms: number] => [
  (["once", "twice", "killed"] as const)[i % 3] ?? "once",
  throwDice(1_500),
]);

type How = "once" | "twice" | "killed";

/** Requests that may be under way at that moment; what became of them nobody heard, and the report says so. */
const underWay = 8;

test.concurrent.each(moments)(
  "a run that is stopped (%s) after %i ms tells what it left",
  async (how, ms) => {
    const cwd = emptyFolder();
    const suites = ["--suite", "applications,api-keys,sessions,webhooks", "--claims", "core,webhooks"];
    const { child, ended } = await running(clean, cwd, 2, ...suites, "--without", "clock,receiver");
    await sleep(ms);
    child.kill(how === "killed" ? "SIGKILL" : "SIGINT");
    if (how === "twice") {
      await once(child.stderr ?? child, "data");
      child.kill("SIGINT");
    }
    const { code } = await ended;
    expect(code).toBe(how === "killed" ? null : 3);

    if (how !== "once") expect((await cli(["report", journalOf(cwd)], { cwd })).code).toBe(3);
    const { files, report } = written(cwd);
    expect(files).toEqual(everyFile);
    expect(checkTool("report", report)).toEqual([]);
    for (const event of readJournal(journalOf(cwd))) expect(checkTool("journal", event)).toEqual([]);
    expect(report.summary.failed + report.summary.errored).toBe(0);

    const listed = report.leftOver.map(({ id }) => id);
    const ours = (await enabled(clean)).filter((one) => one.includes(` kc-${report.runId}-`));
    const untold = ours.filter((one) => !listed.some((id) => one.includes(id)));
    expect(untold.length).toBeLessThanOrEqual(how === "once" ? 0 : underWay);
    if (how === "once") expect(readFileSync(journalOf(cwd), "utf8")).toContain("run-finished");
  },
);
