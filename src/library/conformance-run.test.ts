import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import {
  ConformanceError,
  type ConformanceOptions,
  type ReferenceServer,
  renderReport,
  type RunEvent,
  runConformance,
  startReferenceServer,
} from "../index.ts";

const fault = "idempotency-replay-creates-session";
const only = ["idempotency/replay-creates-nothing", "idempotency/session-needs-key"];
const merchant = { email: "owner@example.com", password: "correct-horse-battery" };
let faulty: ReferenceServer;

beforeAll(async () => {
  faulty = await startReferenceServer({ faults: [fault] });
});

afterAll(() => faulty.close());

async function all(events: AsyncIterable<RunEvent>): Promise<readonly RunEvent[]> {
  const seen: RunEvent[] = [];
  for await (const event of events) seen.push(event);
  return seen;
}

function told(events: readonly RunEvent[]): string {
  return events
    .map((event) => (event.type === "requirement-judged" ? event.result.verdict : event.type))
    .join();
}

describe("a run", () => {
  test("tells everybody everything, from the beginning, and keeps its report", async () => {
    const run = runConformance({ ...faulty.options, only, seed: 5 });
    const early = await all(run);
    const late = await all(run);
    const report = await run.report;
    expect(told(early)).toMatch(/^run-started,.*\bfailed\b.*,run-finished$/);
    expect(late).toEqual(early);
    expect(report).toMatchObject({ runId: run.runId, seed: 5, outcome: "non-conformant" });
    expect(report.requirements.map(({ verdict }) => verdict).toSorted()).toEqual(["failed", "passed"]);
    expect(renderReport(report, "junit")).toContain("<failure ");
  });

  test("prints nothing, shows no secret, and writes only where it is told", async () => {
    const cwd = mkdtempSync(join(tmpdir(), "kadosei-library-"));
    const printed = [vi.spyOn(process.stdout, "write"), vi.spyOn(process.stderr, "write")];
    const silent = runConformance({ ...faulty.options, only, cwd });
    await silent.report;
    expect([silent.folder, readdirSync(cwd)]).toEqual([undefined, []]);
    const { folder = "", report } = runConformance({ ...faulty.options, only, cwd, out: "out" });
    const text = JSON.stringify(await report);
    expect(printed.flatMap(({ mock }) => mock.calls)).toEqual([]);
    vi.restoreAllMocks();
    expect(readdirSync(folder)).toEqual(["journal.ndjson", "junit.xml", "report.html", "report.json"]);
    for (const { password } of faulty.merchants)
      expect(text + readFileSync(join(folder, "journal.ndjson"), "utf8")).not.toContain(password);
  });

  test("that is interrupted has a report all the same", async () => {
    const interruption = new AbortController();
    const run = runConformance({ ...faulty.options, signal: interruption.signal });
    for await (const { type } of run) if (type === "requirement-judged") interruption.abort();
    expect(await run.report).toMatchObject({ outcome: "not-judged", ended: "the run was interrupted" });
  });

  test("of a target that can't be reached is no error", async () => {
    const { outcome, reasons } = await runConformance({ target: "http://127.0.0.1:9", merchant }).report;
    expect(outcome).toBe("not-judged");
    expect(reasons.join()).toContain("could not be reached");
  });

  test("that would move real money ends with an error, for those who follow it too", async () => {
    const body = { id: "a1", fullKey: "ks_live_0123456789abcdef", accessToken: "a-token", expiresIn: 3600 };
    const server = createServer((_, response) => {
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
    });
    await once(server.listen(0, "127.0.0.1"), "listening");
    const { port } = server.address() as AddressInfo;
    // An address that leads here and is not known as this machine.
    const run = runConformance({ target: `http://0.0.0.0:${port}`, merchant, only: ["sessions/creates"] });
    await expect(run.report).rejects.toMatchObject({ name: "ConformanceError", code: "live-target" });
    await expect(all(run)).rejects.toMatchObject({ code: "live-target", hint: expect.any(String) as string });
    server.closeAllConnections();
    server.close();
  });
});

describe("options that can't be", () => {
  const target = "https://staging.example.com";
  const circle: Record<string, unknown> = {};
  circle["again"] = circle;

  test.each<readonly [options: unknown, code: string, says: string]>([
    [undefined, "configuration", "options: must be an object"],
    [
      {},
      "configuration",
      "target.url: is missing\nmerchant.email: is missing\nmerchant.password: is missing",
    ],
    [{ target: "staging", merchant }, "configuration", "must be an absolute http(s) URL"],
    [{ target, merchant, claims: ["cor"] }, "configuration", "did you mean `core`?"],
    [{ target, merchant, claim: ["core"] }, "configuration", "did you mean `claims`?"],
    [{ target, merchant, seed: -1 }, "configuration", "`seed` must be a whole number"],
    [{ target, merchant, only: "a/b" }, "configuration", "`only` must be a list"],
    [{ target, merchant, shard: { index: 3, of: 2 } }, "configuration", "`shard` must be one part"],
    [{ target, merchant, signal: {} }, "configuration", "`signal` must be an AbortSignal"],
    [{ target, merchant, clock: { advance: () => 1 } }, "configuration", "`clock.advance` must be"],
    [{ target, merchant, session: circle }, "configuration", "`session` holds what no file could"],
    [
      { target, merchant, config: "none.yaml" },
      "configuration",
      "none.yaml: the configuration file cannot be read",
    ],
    [{ target, merchant, only: ["nothing/*"] }, "selection", 'no requirement matches "nothing/*"'],
    [{ target, merchant, out: "/dev/null/x" }, "unwritable", "cannot write to /dev/null/x"],
  ])("%o", (options, code, says) => {
    const attempt = () => runConformance(options as ConformanceOptions);
    expect(attempt).toThrow(ConformanceError);
    expect(attempt).toThrow(says);
    expect(attempt).toThrow(expect.objectContaining({ code, hint: expect.any(String) as string }) as Error);
    expect(attempt).not.toThrow(merchant.password);
  });
});

describe("the reference server", () => {
  test.each([{ faults: ["no-such"] }, { dialects: ["no-such"] }])("knows no %j", async (options) => {
    await expect(startReferenceServer(options)).rejects.toMatchObject({
      name: "ConformanceError",
      code: "unknown-fault",
    });
  });

  test("that can't listen says so", async () => {
    const port = Number(new URL(faulty.url).port);
    await expect(startReferenceServer({ port })).rejects.toMatchObject({
      message: expect.stringContaining("EADDRINUSE") as string,
    });
  });
});
