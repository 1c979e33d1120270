import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createTcpServer, type AddressInfo, type Server as TcpServer } from "node:net";
import { tmpdir } from "node:os";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { suites } from "../../suites/index.ts";
import { loadSettings } from "../config/index.ts";
import type { RunEvent, RunReport } from "../model/index.ts";
import { createReferenceServer, type ReferenceServer } from "../reference/index.ts";
import { run } from "./index.ts";

let closing: (Server | TcpServer)[] = [];
let reference: ReferenceServer;
let runs = 0;

beforeEach(async () => {
  reference = await createReferenceServer();
});

afterEach(async () => {
  for (const server of closing) {
    if ("closeAllConnections" in server) server.closeAllConnections();
    server.close();
  }
  closing = [];
  await reference.close();
});

async function opened(server: Server | TcpServer): Promise<string> {
  closing.push(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

interface Told {
  readonly report: RunReport;
  readonly events: readonly RunEvent[];
}

async function judge(
  url: string,
  flags: Parameters<typeof loadSettings>[0]["flags"] = {},
  signal?: AbortSignal,
): Promise<Told> {
  const { email = "", password = "" } = reference.merchants[0] ?? {};
  const settings = loadSettings({
    flags: { url, email, password, seed: "1", timeout: "500ms", ...flags },
    env: {},
    cwd: tmpdir(),
  });
  const events: RunEvent[] = [];
  const report = await run({
    suites,
    settings,
    tool: { name: "kadosei-conformance", version: "0.0.0" },
    edition: "test",
    runId: `trial-${(runs += 1)}`,
    invocation: "--url …",
    emit: (event) => events.push(event),
    ...(signal === undefined ? {} : { signal }),
  });
  return { report, events };
}

function answering(listener: RequestListener): Promise<string> {
  return opened(
    createServer((request, response) => {
      request.resume();
      listener(request, response);
    }),
  );
}

const patience = { "retry-after": "3600", "content-type": "application/json" };
const tooMany = '{"statusCode":429,"message":"Slow down","error":"Too Many Requests"}';

describe("a target that is no Kadosei API", () => {
  test.each<[name: string, outcome: string, says: RegExp, listen: () => Promise<string>]>([
    [
      "answers everything with a page",
      "non-conformant",
      /failed/,
      () => answering((_, response) => response.end("<html>")),
    ],
    [
      "answers everything with 404",
      "non-conformant",
      /failed/,
      () => answering((_, response) => response.writeHead(404).end()),
    ],
    [
      "answers everything with 500",
      "non-conformant",
      /failed/,
      () => answering((_, response) => response.writeHead(500).end("{}")),
    ],
    [
      "redirects for ever",
      "non-conformant",
      /failed/,
      () => answering((_, response) => response.writeHead(302, { location: "/" }).end()),
    ],
    [
      "closes every connection",
      "not-judged",
      /could not be reached/,
      () => opened(createTcpServer((socket) => socket.destroy())),
    ],
    ["never answers", "not-judged", /could not be reached/, () => opened(createServer())],
    [
      "asks for patience for ever",
      "not-judged",
      /login/,
      () => answering((_, response) => response.writeHead(429, patience).end(tooMany)),
    ],
    ["is not there", "not-judged", /could not be reached/, async () => "http://127.0.0.1:9"],
  ])("%s", async (_, outcome, says, listen) => {
    const { report } = await judge(await listen());
    expect(report.outcome).toBe(outcome);
    expect(report.reasons.join(" ")).toMatch(says);
    expect(report.summary.errored).toBe(0);
  });
});

test("a wrong password is one clear answer", async () => {
  const { report } = await judge(reference.url, { password: "not-the-right-password" });
  expect(report.outcome).toBe("not-judged");
  expect(report.reasons).toEqual([expect.stringContaining("login was refused with 401")]);
  expect(report.summary.requests).toBe(1);
});

test("a run cleans up what it made", async () => {
  const only = ["sessions/creates"];
  const { report } = await judge(reference.url, { only });
  expect(report.leftOver).toEqual([]);
  const login = await fetch(`${reference.url}/api/v1/auth/login`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(reference.merchants[0]),
  });
  const { accessToken } = (await login.json()) as { accessToken: string };
  const list = await fetch(`${reference.url}/api/v1/applications`, {
    headers: { authorization: `Bearer ${accessToken}` },
  });
  const { items } = (await list.json()) as { items: { isEnabled: boolean }[] };
  expect(items.length).toBeGreaterThan(0);
  expect(items.filter(({ isEnabled }) => isEnabled)).toEqual([]);
});

test("an interrupted run ends with what was judged, and cleans up", async () => {
  const interruption = new AbortController();
  setTimeout(() => interruption.abort(), 150);
  const { report, events } = await judge(reference.url, { concurrency: "1" }, interruption.signal);
  expect(report.reasons).toContain("the run was interrupted");
  expect(events.at(-1)?.type).toBe("run-finished");
  expect(report.summary.errored).toBe(0);
});

test("the same seed judges with the same values", async () => {
  const told = async () => {
    const { report } = await judge(reference.url, {
      only: ["idempotency/*"],
      without: ["checkout", "clock"],
    });
    return report.requirements.map(({ id, verdict, notes }) => ({ id, verdict, notes }));
  };
  expect(await told()).toEqual(await told());
});

test("no secret of the run is in any event", async () => {
  const { events } = await judge(reference.url, { only: ["authentication/*", "idempotency/*"] });
  const { password = "" } = reference.merchants[0] ?? {};
  expect(JSON.stringify(events)).not.toContain(password);
  expect(JSON.stringify(events)).not.toMatch(/ks_test_[0-9a-f]{20}|eyJ[\w-]{20,}\.[\w-]{20,}\.[\w-]{20,}/);
});
