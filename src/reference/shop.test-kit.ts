import { randomUUID } from "node:crypto";
import type { ReferenceServer } from "./server.ts";

/** What the tests beside it talk to a server with: real HTTP, and answers easy to look into. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}

export interface Sent {
  readonly token?: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

export const send = async (
  url: string,
  method: string,
  { token, body, headers }: Sent = {},
): Promise<Reply> => {
  const response = await fetch(url, {
    method,
    redirect: "manual",
    headers: {
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.startsWith("application/json") === true;
  const parsed: unknown = isJson && text !== "" ? JSON.parse(text) : { text };
  return { status: response.status, headers: response.headers, body: parsed as Record<string, unknown> };
};

export const order = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  orderReference: "ORD-1",
  paymentMethod: "card",
  currency: "AUD",
  amount: { total: 140.76 },
  orderItems: [{ name: "Shoes", sku: "S-1", quantity: 1, unitPrice: 140.76 }],
  customer: { email: "shopper@example.com" },
  redirectUrls: { success: "https://shop.example/thanks", failure: "https://shop.example/sorry" },
  ...changes,
});

export const logIn = async (server: ReferenceServer, index = 0): Promise<string> => {
  const reply = await send(`${server.url}/api/v1/auth/login`, "POST", { body: server.merchants[index] });
  return String(reply.body["accessToken"]);
};

export interface Shop {
  readonly api: string;
  readonly token: string;
  readonly applicationId: string;
  readonly key: string;
  manage(method: string, path: string, body?: unknown): Promise<Reply>;
  createSession(changes?: Record<string, unknown>, idempotencyKey?: string): Promise<Reply>;
  refund(sessionId: string, body?: unknown, idempotencyKey?: string): Promise<Reply>;
  read(sessionId: string): Promise<Reply>;
  paidSession(total?: number): Promise<string>;
}

/** A merchant who is ready to be paid: an application with a key and a provider for cards. */
export const openShop = async (server: ReferenceServer): Promise<Shop> => {
  const api = `${server.url}/api/v1`;
  const token = await logIn(server);
  const made = await send(`${api}/applications`, "POST", { token, body: { name: `Shop ${randomUUID()}` } });
  const applicationId = String(made.body["id"]);
  const manage = (method: string, path: string, body?: unknown) =>
    send(`${api}/applications/${applicationId}${path}`, method, { token, body });
  const issued = await manage("POST", "/api-keys", { description: "test" });
  const key = String(issued.body["fullKey"]);
  await manage("POST", "/providers", {
    name: "stripe",
    paymentMethods: ["card"],
    credentials: { apiKey: "sk_test_0123456789abcdef" },
  });
  const pay = (path: string, body: unknown, idempotencyKey: string) =>
    send(`${api}${path}`, "POST", { token: key, body, headers: { "idempotency-key": idempotencyKey } });
  const shop: Shop = {
    api,
    token,
    applicationId,
    key,
    manage,
    createSession: (changes, idempotencyKey = randomUUID()) =>
      pay("/sessions", order(changes), idempotencyKey),
    refund: (sessionId, body, idempotencyKey = randomUUID()) =>
      pay(`/sessions/${sessionId}/refunds`, body, idempotencyKey),
    read: (sessionId) => send(`${api}/sessions/${sessionId}`, "GET", { token: key }),
    paidSession: async (total = 140.76) => {
      const session = await shop.createSession({ amount: { total } });
      await send(`${String(session.body["checkoutUrl"])}/pay`, "POST");
      return String(session.body["sessionId"]);
    },
  };
  return shop;
};
