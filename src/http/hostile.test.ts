import { createServer } from "node:https";
import { once } from "node:events";
import { mkdtempSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import type { Exchange, Limits } from "../model/index.ts";
import { caPem, type Identity, identities } from "./certificates.test-kit.ts";
import { hostile, openHostile } from "./hostile.test-kit.ts";
import { createBudget, createClient, openTransport } from "./index.ts";

const limits: Limits = {
  concurrency: 4,
  timeoutMs: 1_000,
  maxBodyBytes: 1024 * 1024,
  maxWaitMs: 1_000,
  requirementTimeoutMs: 10_000,
  cases: 1,
};

const closing: (() => unknown)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

async function ask(
  url: string,
  tls: { insecure: boolean; ca?: string } = { insecure: false },
): Promise<Exchange> {
  const { transport, close } = openTransport({ tls });
  closing.push(close);
  const client = createClient({ transport, budget: createBudget(limits), limits });
  return client.send({ method: "POST", url, headers: [] });
}

describe("a hostile server", () => {
  test.each(hostile)("$name: $says", async ({ answer, kind, says }) => {
    const server = await openHostile({ answer });
    closing.push(server.close);
    const before = process.memoryUsage().rss;
    const { failure, response } = await ask(server.url);
    expect({ kind: failure?.kind, response }).toEqual({ kind, response: undefined });
    expect(failure?.message).toMatch(says);
    // A POST is not repeated: what became of it is not known.
    expect(server.requests()).toBe(1);
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 ** 2);
  });

  test("nobody listens, or goes by that name", async () => {
    const [refused, unresolved] = [await ask("http://127.0.0.1:9/"), await ask("http://nobody.invalid/")];
    expect(refused.failure).toMatchObject({
      kind: "refused",
      message: expect.stringContaining("127.0.0.1:9") as string,
    });
    expect(unresolved.failure).toMatchObject({
      kind: "unresolved",
      message: expect.stringContaining("nobody.invalid") as string,
    });
  });

  test("a request that HTTP can't carry is not sent", async () => {
    const { transport, close } = openTransport({ tls: { insecure: false } });
    closing.push(close);
    const client = createClient({ transport, budget: createBudget(limits), limits });
    const headers = [["authorization", "Bearer a\nb"]] as const;
    const { failure } = await client.send({ method: "GET", url: "http://127.0.0.1:9/", headers });
    expect(failure).toEqual({
      kind: "unsendable",
      message: "no such request can be sent: invalid authorization header",
    });
  });
});

describe("a certificate", () => {
  async function secure(identity: Identity): Promise<string> {
    const server = createServer(identity, (_, response) => response.end("{}"));
    server.on("tlsClientError", () => undefined).listen(0, "127.0.0.1");
    await once(server, "listening");
    closing.push(() => {
      server.closeAllConnections();
      server.close();
    });
    return `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  const ca = join(mkdtempSync(join(tmpdir(), "kadosei-ca-")), "ca.pem");
  writeFileSync(ca, caPem);

  test.each([
    ["expired", identities.expired, "certificate has expired (--insecure accepts it all the same)"],
    ["for another name", identities.misnamed, "does not match certificate's altnames"],
    ["self-signed", identities.selfSigned, "(--ca <file> trusts it"],
  ])("%s", async (_, identity, says) => {
    const url = await secure(identity);
    const { failure } = await ask(url, {
      insecure: false,
      ...(identity === identities.selfSigned ? {} : { ca }),
    });
    expect(failure).toMatchObject({ kind: "tls", message: expect.stringContaining(says) as string });
    expect((await ask(url, { insecure: true })).response?.status).toBe(200);
  });

  test("of a private authority is trusted once the authority is named", async () => {
    const url = await secure(identities.private);
    expect((await ask(url)).failure).toMatchObject({
      kind: "tls",
      message: expect.stringContaining("(--ca <file> trusts it") as string,
    });
    expect((await ask(url, { insecure: false, ca })).response?.status).toBe(200);
  });

  test("TLS towards a server that speaks none", async () => {
    const server = await openHostile({ answer: (socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n") });
    closing.push(server.close);
    expect((await ask(server.url.replace("http:", "https:"))).failure?.kind).toBe("tls");
  });
});
