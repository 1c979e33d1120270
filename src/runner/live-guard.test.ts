import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { suites } from "../../suites/index.ts";
import { loadSettings } from "../config/index.ts";
import type { RunEvent } from "../model/index.ts";
import { run } from "./index.ts";

let servers: Server[] = [];

afterEach(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  servers = [];
});

/** A target that accepts everything and issues this key; it remembers what it was asked. */
async function target(fullKey: string, headers: Readonly<Record<string, string>> = {}, status = 201) {
  const asked: string[] = [];
  const server = createServer((request: IncomingMessage, response) => {
    asked.push(`${request.method} ${request.url}`);
    const isLogin = request.url?.endsWith("/login") === true;
    const body = {
      id: "a1",
      fullKey,
      sessionId: "s1",
      checkoutUrl: headers["location"],
      accessToken: "token-of-the-merchant",
      expiresIn: 3600,
    };
    response.writeHead(isLogin ? 200 : status, {
      "content-type": "application/json",
      ...(isLogin ? {} : headers),
    });
    response.end(JSON.stringify(body));
  });
  servers.push(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return { asked, port: (server.address() as AddressInfo).port };
}

async function judged(url: string, only: readonly string[], live = false) {
  const events: RunEvent[] = [];
  const merchant = { email: "owner@example.com", password: "correct-horse-battery" };
  const loaded = loadSettings({ flags: { url, ...merchant, only, timeout: "2s" }, env: {}, cwd: "/" });
  const settings = {
    ...loaded,
    target: { ...loaded.target, live },
    limits: { ...loaded.limits, attempts: 1, requirementTimeoutMs: 3000 },
  };
  const emit = (event: RunEvent) => void events.push(event);
  const running = run({
    suites,
    settings,
    tool: { name: "t", version: "1" },
    edition: "e",
    runId: "r",
    invocation: "",
    emit,
  });
  return {
    error: await running.then(
      () => undefined,
      (error: unknown) => error as Error,
    ),
    events,
  };
}

const isPayment = (line: string) => /^(POST|PUT|PATCH|DELETE) .*sessions/.test(line);

describe("a live key on a target elsewhere", () => {
  test.each([
    ["sessions/creates"],
    ["authentication/jwt-does-not-pay"],
    ["authentication/payment-needs-credential"],
  ])("stops %s before money moves, whatever the call carries, and is cleaned up", async (id) => {
    const { asked, port } = await target("ks_live_0123456789abcdef");
    const { error, events } = await judged(`http://0.0.0.0:${port}`, [id]);
    expect(error).toMatchObject({ name: "LiveTargetError", code: "LIVE_TARGET" });
    expect(asked.filter(isPayment)).toEqual([]);
    expect(asked.some((line) => /^DELETE .*api-keys/.test(line))).toBe(true);
    const finished = events.find((event) => event.type === "run-finished");
    expect(finished?.end.reasons.join()).toContain("issued a live API key");
  });

  test.each([
    ["on this machine", "127.0.0.1", "ks_live_0123456789abcdef", false],
    ["on purpose", "0.0.0.0", "ks_live_0123456789abcdef", true],
    ["that is a sandbox key", "0.0.0.0", "ks_test_0123456789abcdef", false],
  ])("%s is used", async (_, host, key, live) => {
    const { asked, port } = await target(key);
    const { error } = await judged(`http://${host}:${port}`, ["sessions/creates"], live);
    expect(error).toBeUndefined();
    expect(asked.filter(isPayment)).not.toEqual([]);
  });
});

test.each([301, 302, 307, 308, 201])("nothing is sent to where an answer %s points", async (status) => {
  const elsewhere = await target("ks_test_0123456789abcdef");
  const location = `http://127.0.0.1:${elsewhere.port}/stolen`;
  const headers = {
    location,
    refresh: `0; url=${location}`,
    link: `<${location}>; rel=next`,
    "alt-svc": `h2=":${elsewhere.port}"`,
  };
  const { asked, port } = await target("ks_test_0123456789abcdef", headers, status);
  await judged(`http://127.0.0.1:${port}`, [
    "sessions/*",
    "token-forgery/foreign-key",
    "pagination/*",
    "authentication/*",
  ]);
  expect(asked.length).toBeGreaterThan(5);
  expect(elsewhere.asked).toEqual([]);
});
