import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { afterAll, describe, expect, test } from "vitest";
import { suites } from "../../suites/index.ts";
import { startSelf, type Self } from "../library/self.ts";
import { loadSettings } from "../config/index.ts";
import type { Examination, RunSettings, Sign } from "../model/index.ts";
import { examine } from "./examine.ts";

const opened: { close(): Promise<unknown> }[] = [];
afterAll(async () => {
  await Promise.all(opened.map((one) => one.close()));
});

async function reference(without: readonly string[] = []): Promise<Self> {
  const self = await startSelf(without);
  opened.push(self);
  return self;
}

interface Told {
  readonly claims?: readonly string[];
  readonly without?: readonly string[];
  readonly url?: string;
}

function settingsFor({ layer }: Self, told: Told = {}): RunSettings {
  return loadSettings({ flags: told, env: {}, cwd: tmpdir(), builtIn: layer });
}

function look(self: Self, told: Told = {}): Promise<Examination> {
  const settings = settingsFor(self, told);
  const tool = { name: "kadosei-conformance", version: "0.0.0" };
  return examine({ suites, settings, tool, edition: "test", runId: "look", invocation: "" });
}

function sign({ signs }: Examination, name: string): Sign | undefined {
  return signs.find((one) => one.name === name);
}

/** A server in front of another that answers some requests by itself. */
async function inFrontOf(url: string, answers: (path: string) => number | undefined): Promise<string> {
  const forward: RequestListener = async (request, response) => {
    const status = answers(request.url ?? "");
    if (status !== undefined) {
      response.writeHead(status).end();
      return;
    }
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk as Uint8Array);
    const { method = "GET", headers } = request;
    const hasBody = chunks.length > 0;
    const answer = await fetch(`${url}${request.url}`, {
      method,
      headers: Object.fromEntries(
        ["authorization", "content-type", "idempotency-key"].flatMap((name) => {
          const value = headers[name];
          return typeof value === "string" ? [[name, value]] : [];
        }),
      ),
      ...(hasBody ? { body: Buffer.concat(chunks) } : {}),
    });
    response.writeHead(answer.status, { "content-type": "application/json" }).end(await answer.text());
  };
  const server = createServer(forward);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  opened.push({ close: () => new Promise((resolve) => server.close(resolve)) });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe("a look at a target before a run", () => {
  test("is content where nothing is missing", async () => {
    const found = await look(await reference());
    expect(found.signs.filter(({ condition }) => condition !== "good")).toEqual([
      { about: "target", name: "transport", condition: "note", says: "plain HTTP on this machine" },
    ]);
    expect(found.ready).toBe(true);
    expect(found.leftOver).toEqual([]);
  });

  test("names what is missing, and the line that supplies it", async () => {
    const found = await look(await reference(["clock", "secondMerchant"]), { without: ["clock"] });
    expect(sign(found, "clock")).toMatchObject({
      condition: "note",
      says: expect.stringMatching(/^waived/),
    });
    expect(sign(found, "secondMerchant")).toMatchObject({
      condition: "gap",
      next: "secondMerchant: { email: …, password: ${KADOSEI_SECOND_PASSWORD} }",
    });
    expect(found.ready).toBe(false);
  });

  test("tells what is served without being claimed, and how to claim it", async () => {
    const found = await look(await reference(), { claims: ["core", "webhooks"] });
    expect(sign(found, "providers")).toMatchObject({
      condition: "note",
      says: expect.stringMatching(/^not claimed, but served/),
    });
    expect(sign(found, "providers")?.next).toBeUndefined();
    expect(sign(found, "onboarding")?.next).toBe("claims: [core, providers, webhooks, refunds, onboarding]");
    expect(found.ready).toBe(true);
  });

  test("tells what is claimed and not served, and what does not answer", async () => {
    const self = await reference();
    const { url: direct } = settingsFor(self).target;
    const url = await inFrontOf(direct, (path) => {
      if (path.includes("/webhooks")) return 404;
      return path.includes("/providers") ? 500 : undefined;
    });
    const found = await look(self, { url });
    expect(sign(found, "webhooks")).toMatchObject({
      condition: "bad",
      says: "claimed, but GET /applications/{id}/webhooks answered 404",
    });
    expect(sign(found, "providers")).toMatchObject({
      condition: "bad",
      says: expect.stringMatching(/500/),
    });
    const atALoss = found.signs.filter(({ condition, next }) => condition === "bad" && next === undefined);
    expect(atALoss).toEqual([]);
    expect(found.ready).toBe(false);
  });

  test("stops where the merchant is not let in", async () => {
    const self = await reference();
    const url = await inFrontOf("http://127.0.0.1:1", () => 401);
    const found = await look(self, { url });
    expect(found.signs).toEqual([
      expect.objectContaining({
        name: "login",
        condition: "bad",
        says: expect.stringMatching(/401/),
        next: expect.stringMatching(/KADOSEI_PASSWORD/),
      }),
    ]);
    expect(found.ready).toBe(false);
  });
});
