import { tmpdir } from "node:os";
import { afterEach, beforeEach, expect, test } from "vitest";
import { suites } from "../../suites/index.ts";
import { loadSettings } from "../config/index.ts";
import type { RunReport, RunSettings } from "../model/index.ts";
import { formats, tellConclusion } from "../report/index.ts";
import { createReferenceServer, type ReferenceServer } from "../reference/index.ts";
import { run } from "./index.ts";
import { dice, openProxy, type Passed, type Passing } from "./troubled.test-kit.ts";

let reference: ReferenceServer;
let runs = 0;
const closing: (() => Promise<void>)[] = [];

beforeEach(async () => {
  reference = await createReferenceServer();
});

afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
  await reference.close();
});

interface Trial {
  readonly only?: readonly string[];
  readonly limits?: Partial<RunSettings["limits"]>;
}

const usual = ["authentication/issues-token", "applications/*", "sessions/*", "idempotency/*"];

/** Judges the sound server through a proxy that makes trouble. */
async function judge(trouble: (passing: Passing) => void, trial: Trial = {}) {
  const proxy = await openProxy(reference.url, trouble);
  closing.push(proxy.close);
  const { email = "", password = "" } = reference.merchants[0] ?? {};
  const flags = { url: proxy.url, email, password, seed: "1", timeout: "3s", only: trial.only ?? usual };
  const loaded = loadSettings({ flags, env: {}, cwd: tmpdir() });
  const report = await run({
    suites,
    settings: { ...loaded, limits: { ...loaded.limits, maxOutageMs: 3_000, ...trial.limits } },
    tool: { name: "kadosei-conformance", version: "0.0.0" },
    edition: "test",
    runId: `troubled-${(runs += 1)}`,
    invocation: "--url …",
    emit: () => undefined,
  });
  expect(withVerdict(report, "errored")).toEqual([]);
  return { report };
}

function withVerdict(report: RunReport, verdict: string): readonly string[] {
  return report.requirements
    .filter((result) => result.verdict === verdict)
    .map(
      ({ id, reason, violations }) =>
        `${id}: ${reason ?? ""} ${violations[0]?.expected} / ${violations[0]?.actual}`,
    );
}

const envelope = (statusCode: number) => JSON.stringify({ statusCode, message: "Trouble", error: "Trouble" });

function refuse({ response }: Passing, status: number, headers: Record<string, string> = {}): void {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(envelope(status));
}
/** Calls that take turns at trouble: `chance` of 10. */
function sometimes(chance: number, trouble: (passing: Passing) => void): (passing: Passing) => void {
  const throwDice = dice(7);
  return (passing) => (throwDice(10) < chance ? trouble(passing) : passing.pass());
}

function after(number: number, trouble: (passing: Passing) => void): (passing: Passing) => void {
  return (passing) => (passing.number > number ? trouble(passing) : passing.pass());
}

const atOnce = { "retry-after": "0" };

test.each<[name: string, trouble: () => (passing: Passing) => void]>([
  ["puts a third of the requests off with 503", () => sometimes(3, (one) => refuse(one, 503, atOnce))],
  ["puts a third of the requests off with 429", () => sometimes(3, (one) => refuse(one, 429, atOnce))],
  ["closes kept-alive connections at random", () => closesAtRandom()],
  ["is away for two seconds", () => awayForAWhile()],
  ["has a clock that is a day slow", () => (one) => one.pass(dated(-1))],
  ["has a clock that is a day fast", () => (one) => one.pass(dated(1))],
  ["lets the token die now and then", () => tokensDie()],
])("a lawful target that %s is judged like any other", async (_, trouble) => {
  const { report } = await judge(trouble());
  expect(withVerdict(report, "failed")).toEqual([]);
  expect(withVerdict(report, "blocked")).toEqual([]);
  expect(report.summary.passed).toBe(await passedInCalm());
  expect(report.leftOver.filter(({ reason }) => !reason.includes("may exist"))).toEqual([]);
});

let calm: Promise<number> | undefined;

function passedInCalm(): Promise<number> {
  return (calm ??= judge((passing) => passing.pass()).then(({ report }) => report.summary.passed));
}

function awayForAWhile(): (passing: Passing) => void {
  let back = Infinity;
  return (passing) => {
    if (passing.number === 100) back = performance.now() + 2_000;
    const isAway = passing.number >= 100 && performance.now() < back;
    return isAway ? void passing.socket.destroy() : passing.pass();
  };
}

function closesAtRandom(): (passing: Passing) => void {
  const throwDice = dice(7);
  return ({ pass, response, socket }) => {
    if (throwDice(3) === 0) response.on("finish", () => socket.end());
    pass();
  };
}

function dated(days: number) {
  const date = new Date(Date.now() + days * 24 * 3600 * 1000).toUTCString();
  return (answer: Passed): Passed => ({ ...answer, headers: { ...answer.headers, date } });
}

/** Every token is good for 150 requests, and refused from then on. */
function tokensDie(): (passing: Passing) => void {
  const uses = new Map<string, number>();
  return (passing) => {
    const { authorization = "" } = passing.request.headers;
    const used = (uses.get(authorization) ?? 0) + 1;
    uses.set(authorization, used);
    if (authorization.startsWith("Bearer ey") && used > 150) refuse(passing, 401);
    else passing.pass();
  };
}

test.each<[name: string, trouble: () => (passing: Passing) => void, says: RegExp]>([
  ["dies in the middle", () => after(200, (one) => one.socket.destroy()), /stopped answering in the middle/],
  ["hangs from the middle on", () => after(200, () => undefined), /stopped answering in the middle/],
  [
    "puts everything off with 429 for good",
    () => after(200, (one) => refuse(one, 429, atOnce)),
    /last, .* answered 429|premise failed/,
  ],
  [
    "puts everything off with 503 for good",
    () => after(200, (one) => refuse(one, 503, atOnce)),
    /premise failed/,
  ],
])("a target that %s is not judged, and not blamed", async (_, trouble, says) => {
  const { report } = await judge(trouble(), { limits: { timeoutMs: 500 } });
  expect(report.outcome).toBe("not-judged");
  expect(report.reasons.join(" ")).toMatch(says);
  expect(withVerdict(report, "failed")).toEqual([]);
  // What could not be taken away is told.
  expect(report.leftOver.length).toBeGreaterThan(0);
});

test("answers that break off at random are nobody's failure", async () => {
  const { report } = await judge(sometimes(1, breakOff));
  expect(withVerdict(report, "failed")).toEqual([]);
});

test("a request that is put off for longer than anyone waits is nobody's failure", async () => {
  const { report } = await judge(sometimes(1, (one) => refuse(one, 429, { "retry-after": "1e308" })));
  expect(withVerdict(report, "failed")).toEqual([]);
});

test("answers that are nested a hundred thousand deep are no JSON, and exhaust nothing", async () => {
  const body = "[".repeat(100_000) + "]".repeat(100_000);
  const { report } = await judge((one) => one.pass((answer) => ({ ...answer, body })));
  expect(report.outcome).toBe("non-conformant");
});

test("ids without end are left alone, and told in short", async () => {
  const endless = `"id":"${"x".repeat(10_000)}"`;
  const { report } = await judge(
    (one) =>
      one.pass((answer) => ({ ...answer, body: String(answer.body).replaceAll(/"id":"[^"]+"/g, endless) })),
    { only: ["applications/creates"] },
  );
  expect(report.leftOver.length).toBeGreaterThan(0);
  for (const { id, reason } of report.leftOver)
    expect([id.length, reason]).toEqual([51, "its id has 10000 characters, too many to ask for it"]);
});

function breakOff({ response, socket }: Passing): void {
  response.writeHead(200, { "content-length": 99 }).write("{");
  setTimeout(() => socket.resetAndDestroy(), 5);
}

/** Puts more members in front of all others of every object that is answered. */
function beginning(members: string, encoding: BufferEncoding = "utf8") {
  return (answer: Passed): Passed => ({
    ...answer,
    body: Buffer.from(String(answer.body).replace(/^\{(?=")/, `{${members},`), encoding),
  });
}

test("answers in another encoding than UTF-8 are no JSON, and break nothing", async () => {
  const { report } = await judge((one) => one.pass(beginning('"city":"Zürich"', "latin1")), {
    only: ["error-envelope/is-json", "error-envelope/success-is-json", "sessions/reads-back"],
  });
  const found = report.requirements.map(({ id, verdict, violations }) => [
    id,
    verdict,
    violations[0]?.expected,
    violations[0]?.actual.replace(/: .*/, ""),
  ]);
  expect(found).toEqual([
    ["error-envelope/is-json", "failed", "JSON in UTF-8", "bytes that are no UTF-8"],
    ["error-envelope/success-is-json", "failed", "JSON in UTF-8", "bytes that are no UTF-8"],
    ["sessions/reads-back", "passed", undefined, undefined],
  ]);
});

test("members that occur twice are read as everybody reads them: the last one counts", async () => {
  const twice = '"id":"x","sessionId":"x","status":"x","statusCode":0,"accessToken":"x"';
  const { report } = await judge((one) => one.pass(beginning(twice)), { only: ["sessions/*"] });
  expect(withVerdict(report, "failed")).toEqual([]);
  expect(withVerdict(report, "blocked")).toEqual([]);
});

test("a third of bare 500s is the target's failure", async () => {
  const { report } = await judge(sometimes(3, (one) => refuse(one, 500)));
  expect(report.outcome).toBe("non-conformant");
});

test("a login that works once ends in no crash, and in no pass", async () => {
  let logins = 0;
  const { report } = await judge((one) => {
    const isLogin = one.request.url?.endsWith("/login") === true;
    if (isLogin && (logins += 1) > 1) refuse(one, 401);
    else one.pass();
  });
  expect(["non-conformant", "not-judged"]).toContain(report.outcome);
});

test("a target that gets slower and slower gets fewer requests at once", async () => {
  let inFlight = 0;
  const widths: number[] = [];
  const { report } = await judge(
    (one) => {
      widths.push((inFlight += 1));
      one.response.on("close", () => (inFlight -= 1));
      setTimeout(one.pass, one.number < 60 || isCleanUp(one) ? 0 : 1_300);
    },
    { only: ["sessions/*"], limits: { runTimeoutMs: 10_000 } },
  );
  expect(Math.max(...widths.slice(-4))).toBeLessThan(Math.max(...widths.slice(0, 60)));
  expect(report.reasons.join(" ")).toContain("the run took longer than 10 s (--run-timeout)");
  expect(withVerdict(report, "failed")).toEqual([]);
});

function isCleanUp({ request: { method = "" } }: Passing): boolean {
  return ["PATCH", "DELETE"].includes(method);
}

const awkward = `a/b"c'<d>&\n\u001b[31m\u202e]]>\u0000\ud83d`;

/** Puts the awkward text in for every id that the API gives. */
function renamed(answer: Passed): Passed {
  const body = String(answer.body).replaceAll(/"((?:\w*[iI]d|name|error))":"[^"]+"/g, (_, name: string) =>
    JSON.stringify({ [name]: awkward }).slice(1, -1),
  );
  return { ...answer, body };
}

test("ids with slashes, quotes, line breaks and escape codes steer no report", async () => {
  const { report } = await judge((one) => one.pass(renamed));
  expect(report.outcome).toBe("non-conformant");
  let told = "";
  const terminal = { isTTY: false, columns: 80, colours: false, unicode: true };
  tellConclusion(report, { write: (text) => (told += text), terminal, detail: "verbose" });
  expect(told).toContain("\\x1b[31m");
  expect(told.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cs}\u202e]/u);
  const junit = formats.junit.render(report);
  // What XML can't hold.
  expect(junit.replaceAll(/[\t\r\n]/g, "")).not.toMatch(/[\p{Cc}\p{Cs}]/u);
  expect(junit).not.toContain("<d>");
  expect(JSON.parse(formats.json.render(report))).toEqual(JSON.parse(JSON.stringify(report)));
});
