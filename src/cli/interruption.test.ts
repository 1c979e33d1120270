import { execFile } from "node:child_process";
import { once } from "node:events";
import {
  appendFileSync,
  existsSync,
  readFileSync,
  readdirSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RunReport } from "../model/index.ts";
import { type Served, cli, emptyFolder, end, serve, start, written } from "./cli.test-kit.ts";
import { enabled, everyFile, journalOf, pointedAt, running } from "./interruption.test-kit.ts";

let clean: Served;

beforeAll(async () => {
  clean = await serve();
}, 120_000);

afterAll(async () => {
  await clean?.stop();
});

describe("Ctrl-C", () => {
  // Lines of the journal after which it comes: at the login, in the middle of everything.
  test.each([0, 17])("once, after %i lines, ends with reports, clean-up and exit 3", async (lines) => {
    const cwd = emptyFolder();
    const { child, ended } = await running(clean, cwd, Math.max(lines, 1));
    child.kill("SIGINT");
    const { code, stderr } = await ended;
    expect(stderr).toBe("Stopping: cleaning up and writing the reports. Once more, and it stops at once.\n");
    expect(code).toBe(3);
    const { files, report } = written(cwd);
    expect(files).toEqual(everyFile);
    expect(report).toMatchObject({ outcome: "not-judged", summary: { errored: 0, failed: 0 } });
    expect(report.reasons[0]).toBe("the run was interrupted");
    const listed = report.leftOver.map(({ id }) => id);
    const left = (await enabled(clean)).filter((one) => !listed.some((id) => one.includes(id)));
    expect(left).toEqual([]);
  });

  test("twice stops at once", async () => {
    const silent = createServer(() => undefined).listen(0, "127.0.0.1");
    await once(silent, "listening");
    const { port } = silent.address() as AddressInfo;
    const cwd = emptyFolder();
    const child = start(
      ["--url", `http://127.0.0.1:${port}`, "--email", "a@example.com", "--timeout", "9m"],
      {
        cwd,
        env: { KADOSEI_PASSWORD: "correct-horse-battery" },
      },
    );
    const ended = end(child);
    await once(silent, "request");
    child.kill("SIGINT");
    await once(child.stderr ?? child, "data");
    child.kill("SIGINT");
    expect((await ended).code).toBe(3);
    // At once: nothing was concluded any more.
    expect(readFileSync(journalOf(cwd), "utf8")).not.toContain("run-finished");
    silent.closeAllConnections();
    silent.close();
  });
});

describe("report", () => {
  test("renders what a killed run had judged, into the formats asked for", async () => {
    const cwd = emptyFolder();
    const { child, ended } = await running(clean, cwd, 30);
    const going = await cli(["report", journalOf(cwd), "--report", "json=going.json", "--quiet"], { cwd });
    expect({ code: going.code, stderr: going.stderr }).toEqual({ code: 3, stderr: "" });
    child.kill("SIGKILL");
    await ended;
    // As a crash of the machine would leave it.
    truncateSync(journalOf(cwd), statSync(journalOf(cwd)).size - 40);
    const [run = ""] = readdirSync(join(cwd, "reports"));
    const { code, stdout } = await cli(["report", run], { cwd });
    expect(code).toBe(3);
    expect(stdout).toContain("the run did not finish");
    const { files, report } = written(cwd);
    expect(files).toEqual(everyFile);
    const before = JSON.parse(readFileSync(join(cwd, "going.json"), "utf8")) as RunReport;
    expect(before.requirements.length).toBeGreaterThan(0);
    expect(report.requirements.length).toBeGreaterThanOrEqual(before.requirements.length);
  });

  test("renders a finished run as it was", async () => {
    const cwd = emptyFolder();
    const { args, env } = pointedAt(clean);
    const one = ["--only", "idempotency/session-needs-key"];
    expect((await cli([...args, ...one], { cwd, env })).code).toBe(0);
    const { report } = written(cwd);
    const again = await cli(["report", `reports/${report.runId}`, "--report", "json"], { cwd });
    expect(again.code).toBe(0);
    expect(written(cwd).report).toEqual(report);
  });

  test("says what is wrong with a run that there is not, or that is none", async () => {
    const cwd = emptyFolder();
    const missing = await cli(["report", "nothing"], { cwd });
    expect(missing).toMatchObject({ code: 2, stdout: "" });
    expect(missing.stderr).toContain("there is no run nothing");
    writeFileSync(join(cwd, "journal.ndjson"), "{}\n");
    appendFileSync(join(cwd, "journal.ndjson"), '{"type":"run-finished","end":{}}\n');
    const damaged = await cli(["report", "."], { cwd });
    expect(damaged).toMatchObject({ code: 2, stdout: "" });
    expect(damaged.stderr).toContain("line 1");
  });
});

describe("a full disk", () => {
  const one = ["--self", "--only", "idempotency/session-needs-key"];

  test("is said before the first request", async () => {
    const cwd = emptyFolder();
    const { code, stdout, stderr } = await cli([...one, "--report", "junit=/dev/full"], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("cannot write to /dev/full (ENOSPC)");
    expect(existsSync(join(cwd, "reports"))).toBe(false);
  });

  test.runIf(process.platform === "linux")(
    "in the middle of a run ends the journal, not the run; no report is left half-written",
    async () => {
      const cwd = emptyFolder();
      const { child, ended } = await running(clean, cwd, 10, "--suite", "idempotency,sessions");
      await promisify(execFile)("prlimit", ["--pid", `${child.pid}`, "--fsize=20000"]);
      const { code, stderr } = await ended;
      expect(code).toBe(3);
      expect(stderr).toMatch(
        /^the journal .* ends early: EFBIG.*\nthe json report could not be written to .*: EFBIG/,
      );
      const [run = ""] = readdirSync(join(cwd, "reports"));
      expect(readdirSync(join(cwd, "reports", run))).toEqual(["journal.ndjson"]);
      const again = await cli(["report", run], { cwd });
      expect({ code: again.code, stderr: again.stderr }).toEqual({ code: 3, stderr: "" });
      expect(written(cwd).files).toEqual(everyFile);
    },
  );
});
