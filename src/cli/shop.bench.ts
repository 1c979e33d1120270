import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { Worker } from "node:worker_threads";
import { loadSettings } from "../config/index.ts";
import { createBudget, createClient, openTransport } from "../http/index.ts";
import type { BareRequest } from "../http/undici.bench.ts";
import type { RunSettings } from "../model/index.ts";
import type { Replies } from "../reference/bare-server.bench.ts";
import type { ReferenceServerOptions } from "../reference/index.ts";
import { createApi } from "../suite/api.ts";
import { type Answer, answerOf, bearer, type Call, fixture, requestOf, withHeader } from "../suite/index.ts";
import { idempotencyKeyHeader } from "../suite/call.ts";
import { premise } from "../suite/premises.ts";
import { referenceThread } from "./reference-thread.ts";
import { startSelf } from "../library/self.ts";

/** A call that a benchmark makes over and over. */
export interface Example {
  readonly name: string;
  /** A session is created under a new idempotency key every time. */
  readonly call: () => Call;
}

/** A reference server on a thread of its own, with an application on it that takes payments. */
export interface Shop {
  readonly settings: RunSettings;
  readonly baseUrl: string;
  readonly calls: readonly Example[];
  close(): Promise<void>;
}

export async function openShop(concurrency: number, server: ReferenceServerOptions = {}): Promise<Shop> {
  const self = await startSelf([], server, referenceThread());
  const loaded = loadSettings({ flags: {}, env: {}, cwd: tmpdir(), builtIn: self.layer });
  const settings = { ...loaded, limits: { ...loaded.limits, concurrency } };
  const baseUrl = `${settings.target.url}${settings.target.basePath}`;
  const calls = await arrange(settings, baseUrl);
  return { settings, baseUrl, calls, close: self.close };
}

/** Makes what the calls need on the server. */
export async function arrange(settings: RunSettings, baseUrl: string): Promise<readonly Example[]> {
  const { limits, target } = settings;
  const { transport, close } = openTransport(target);
  const client = createClient({ transport, budget: createBudget(limits), limits });
  const send = async (call: Call): Promise<Answer> =>
    answerOf(await client.send(requestOf(call, baseUrl)), call.operation, false);
  const credentials = { jwt: "", apiKey: "" };
  const { visitor, management, payments, call } = createApi({
    send,
    paymentMethodsPath: settings.target.paths.paymentMethods,
    jwt: async () => bearer(credentials.jwt),
    apiKey: async () => bearer(credentials.apiKey),
    renewable: false,
  });
  credentials.jwt = premise("logging in", await visitor.login(settings.merchant), "/accessToken");
  const application = await management.createApplication({ name: "Bench" });
  const id = premise("creating an application", application, "/id");
  const [provider] = settings.providers;
  premise("linking a provider", await management.linkProvider(id, provider), "/provider");
  const key = await management.createApiKey(id, { description: "bench" });
  credentials.apiKey = premise("issuing a key", key, "/fullKey");
  for (let i = 0; i < 10; i += 1)
    await management.createWebhook(id, { url: `https://hooks.example.com/${i}` });
  const [paymentMethod] = provider.paymentMethods;
  const order = { ...fixture<object>("order"), paymentMethod, orderReference: "bench" };
  const session = await payments.createSession(order, { key: randomUUID() });
  const sessionId = premise("creating a session", session, "/sessionId");
  const creation = await call("createSession", { json: order });
  await close();
  const reading = await call("readSession", { params: { sessionId } });
  const listing = await call("listWebhooks", { params: { id }, query: { page: 1, limit: 10 } });
  return [
    { name: "reading a session", call: () => reading },
    { name: "creating a session", call: () => withHeader(creation, idempotencyKeyHeader, randomUUID()) },
    { name: "listing ten webhooks", call: () => listing },
  ];
}

/** The same request for a client that knows nothing of calls; made beforehand, but for the key. */
export function bareRequests({ call }: Example, baseUrl: string): () => BareRequest {
  const { method, url, headers, body } = requestOf(call(), baseUrl);
  const fields = Object.fromEntries(headers);
  const sent = { method, url, headers: fields, ...(body === undefined ? {} : { body: String(body) }) };
  if (fields[idempotencyKeyHeader] === undefined) return () => sent;
  return () => ({ ...sent, headers: { ...fields, [idempotencyKeyHeader]: randomUUID() } });
}

/** The same request as the bytes that go over the wire. */
export function rawRequests(example: Example, baseUrl: string): () => string {
  const { method, url, headers, body = "" } = bareRequests(example, baseUrl)();
  const { host, pathname, search } = new URL(url);
  const key = headers[idempotencyKeyHeader];
  const length = body === "" ? {} : { "content-length": Buffer.byteLength(body) };
  const fields = Object.entries({ host, ...headers, ...length }).map(([name, value]) => `${name}: ${value}`);
  const text = `${method} ${pathname}${search} HTTP/1.1\r\n${fields.join("\r\n")}\r\n\r\n${body}`;
  if (key === undefined) return () => text;
  const [before = "", after = ""] = text.split(key);
  return () => `${before}${randomUUID()}${after}`;
}

/** A bare server on a thread of its own that gives the answers which the shop's server gives. */
export async function openTwin({
  calls,
  baseUrl,
}: Shop): Promise<{ baseUrl: string; close(): Promise<unknown> }> {
  const replies: Record<string, Replies[string]> = {};
  for (const example of calls) {
    const { url, ...sent } = bareRequests(example, baseUrl)();
    const answer = await fetch(url, sent);
    replies[`${sent.method} ${url.slice(new URL(url).origin.length)}`] = {
      status: answer.status,
      body: await answer.json(),
    };
  }
  const worker = new Worker(new URL("../reference/bare-server.bench.js", import.meta.url), {
    workerData: replies,
  });
  const [origin] = (await once(worker, "message")) as [string];
  return { baseUrl: `${origin}${new URL(baseUrl).pathname}`, close: () => worker.terminate() };
}
