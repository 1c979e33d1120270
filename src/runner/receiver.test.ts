import { request as requestPlainly } from "node:http";
import { type RequestOptions, request } from "node:https";
import { text } from "node:stream/consumers";
import { afterEach, describe, expect, test } from "vitest";
import type { Delivery } from "../suite/index.ts";
import { createReceiver, openReceiver, type RunReceiver } from "./receiver.ts";

const opened: RunReceiver[] = [];

function receiver(listen = "127.0.0.1:0", patienceMs = 100): RunReceiver {
  const made = createReceiver({ listen, patienceMs });
  opened.push(made);
  return made;
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()));
});

interface Seen {
  readonly status: number;
  readonly body: string;
}

function post(url: string, body: string, options: RequestOptions = {}): Promise<Seen> {
  return new Promise((resolve, reject) => {
    const send = url.startsWith("http:") ? requestPlainly : request;
    const sent = send(
      url,
      { method: "POST", agent: false, rejectUnauthorized: false, ...options },
      (response) => {
        text(response).then((read) => resolve({ status: response.statusCode ?? 0, body: read }), reject);
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });
}

function bodyOf(delivery: Delivery | undefined): string {
  return Buffer.from(delivery?.body ?? []).toString("latin1");
}

describe("the receiver", () => {
  test("keeps the bytes and the headers of each delivery in its own inbox", async () => {
    const one = receiver();
    const [inbox, other] = [await one.open(), await one.open()];
    const headers = { "X-One": "1", "x-TWO": "2" };
    expect(await post(inbox.url, "caf\u00e9 {  }", { headers })).toEqual({ status: 200, body: inbox.token });
    expect(bodyOf(inbox.deliveries()[0])).toBe(Buffer.from("caf\u00e9 {  }").toString("latin1"));
    expect(inbox.deliveries()[0]?.headers).toEqual(expect.arrayContaining(Object.entries(headers)));
    expect(other.deliveries()).toEqual([]);
  });

  test("answers as it is told, one reply after the other", async () => {
    const inbox = await receiver().open({ status: 500, body: "no" }, { delayMs: 50 }, { drop: true });
    expect(await post(inbox.url, "")).toEqual({ status: 500, body: "no" });
    const began = performance.now();
    expect(await post(inbox.url, "")).toMatchObject({ status: 200 });
    expect(performance.now() - began).toBeGreaterThan(45);
    await expect(post(inbox.url, "")).rejects.toThrow(/hang up|reset/);
    await expect(post(inbox.url, "")).rejects.toThrow(/hang up|reset/);
    expect(inbox.deliveries().map(({ answered }) => answered)).toEqual([500, 200, 0, 0]);
  });

  test("waits for deliveries, but not for ever", async () => {
    const inbox = await receiver("127.0.0.1:0", 5000).open();
    const waiting = inbox.waitFor(2);
    await post(inbox.url, "1");
    await post(inbox.url, "2");
    expect(await waiting).toHaveLength(2);
    expect(await inbox.waitFor(3, 30)).toHaveLength(2);
  });

  test("knows nothing of other paths, and keeps no body that is too long", async () => {
    const inbox = await receiver().open();
    expect(await post(inbox.url.replace(/[^/]+$/, "elsewhere"), "")).toMatchObject({ status: 404 });
    expect(await post(inbox.url, "x".repeat(300 * 1024))).toMatchObject({ status: 413 });
    expect(inbox.deliveries()).toEqual([]);
  });

  test("can do without TLS, behind what takes it off", async () => {
    const plain = createReceiver({
      listen: "http://127.0.0.1:0",
      publicUrl: "https://hooks.example/in",
      patienceMs: 10,
    });
    opened.push(plain);
    const inbox = await plain.open();
    expect(inbox.url).toMatch(/^https:\/\/hooks\.example\/in\/[0-9a-f]{32}$/);
    const { port, pathname } = new URL(inbox.urlAt("127.0.0.1"));
    expect(await post(`http://127.0.0.1:${port}/in${pathname}`, "")).toMatchObject({ status: 200 });
    expect(inbox.deliveries()).toHaveLength(1);
  });

  test("finds out whether its public URL leads to it", async () => {
    expect(await receiver().way()).toBe("direct");
    const lost = createReceiver({
      listen: "127.0.0.1:0",
      publicUrl: "https://127.0.0.1:9",
      patienceMs: 10,
    });
    opened.push(lost);
    expect(await lost.way()).toBe("unknown");
  });

  test("shares a socket that this process has opened, with a certificate that can be trusted", async () => {
    const standing = await openReceiver({ listen: "127.0.0.1:0", publicUrl: "https://localhost:0" });
    const run = createReceiver({ ...standing.settings, patienceMs: 100 });
    const inbox = await run.open();
    const trusted = { ca: standing.certificate, rejectUnauthorized: true };
    expect(await post(inbox.url, "{}", trusted)).toMatchObject({ status: 200 });
    await run.close();
    expect(await post(inbox.url, "{}", trusted)).toMatchObject({ status: 200 });
    await standing.close();
    await expect(post(inbox.url, "{}", trusted)).rejects.toThrow("ECONNREFUSED");
  });

  test("says so if it can't listen, and blames nobody", async () => {
    const first = await openReceiver({ listen: "http://127.0.0.1:0", publicUrl: "https://hooks.example" });
    const taken = first.settings.listen.replace("http://127.0.0.1", "http://127.1");
    await expect(receiver(taken).open()).rejects.toMatchObject({ code: "BLOCKED" });
    await expect(createReceiver(undefined).open()).rejects.toMatchObject({ code: "BLOCKED" });
    await first.close();
  });

  test("gives up waiting when the run is interrupted", async () => {
    const interruption = new AbortController();
    const interrupted = createReceiver({ listen: "127.0.0.1:0", patienceMs: 60_000 }, interruption.signal);
    opened.push(interrupted);
    const inbox = await interrupted.open();
    setTimeout(() => interruption.abort(), 20);
    expect(await inbox.waitFor(1)).toEqual([]);
  });
});
