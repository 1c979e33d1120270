import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createReferenceServer } from "./server.ts";
import type { ReferenceServer } from "./server.ts";
import { openShop, send } from "./shop.test-kit.ts";
import type { Shop } from "./shop.test-kit.ts";

let server: ReferenceServer;
let shop: Shop;

beforeAll(async () => {
  server = await createReferenceServer({ control: true });
  shop = await openShop(server);
});
afterAll(() => server.close());

const control = (path: string, body?: unknown) => send(`${server.controlUrl}${path}`, "POST", { body });

describe("control", () => {
  it("plays the shopper", async () => {
    const session = await shop.createSession();
    const id = String(session.body["sessionId"]);
    expect((await control(`/sessions/${id}/pay`)).body["status"]).toBe("SUCCEEDED");
    expect((await control(`/sessions/${id}/cancel`)).status).toBe(409);
  });

  it("decides over refunds", async () => {
    const sessionId = await shop.paidSession();
    await control("/refunds/outcome", { outcome: "hold", sessionId });
    const held = await shop.refund(sessionId, { amount: 40.76 });
    expect((await shop.read(sessionId)).body["status"]).toBe("SUCCEEDED");
    expect((await shop.refund(sessionId, { amount: 140 })).status).toBe(422);
    await control(`/refunds/${String(held.body["refundId"])}/fail`);
    await control("/refunds/outcome", { outcome: "complete", sessionId });
    expect((await shop.refund(sessionId)).body["amount"]).toBe(140.76);
    expect((await shop.read(sessionId)).body).toMatchObject({
      status: "REFUNDED",
      refunds: [{ status: "FAILED", failureReason: "PROVIDER_DECLINED" }, { status: "COMPLETED" }],
    });
  });

  it("can make only the next refund fail", async () => {
    const id = await shop.paidSession();
    await control("/refunds/outcome", { outcome: "fail", next: true });
    await shop.refund(id, { amount: 1 });
    await shop.refund(id, { amount: 1 });
    expect((await shop.read(id)).body["refunds"]).toMatchObject([
      { status: "FAILED" },
      { status: "COMPLETED" },
    ]);
  });

  it.each([
    ["down", 502],
    ["unavailable", 503],
    ["timeout", 504],
    ["none", 201],
  ])("puts a provider %s", async (kind, status) => {
    await control("/providers/stripe/outage", { kind });
    const reply = await shop.createSession();
    expect(reply.status).toBe(status);
    expect(reply.headers.has("retry-after")).toBe(status === 503);
  });

  it.each([
    ["/clock", {}],
    ["/clock", { advanceSeconds: -1 }],
    ["/clock", "{"],
    ["/invites", { expiresInSeconds: "soon" }],
    ["/refunds/outcome", { outcome: "vanish" }],
    ["/providers/stripe/outage", { kind: "sleepy" }],
  ])("refuses %s %j", async (path, body) => {
    const reply = await control(path, body);
    expect(reply.status).toBe(400);
    expect(reply.body["message"]).toBeTruthy();
  });
});

describe("the clock", () => {
  it("ends tokens, sessions, invites and idempotency keys", async () => {
    const key = "0c3e8d52-5b06-4c3c-9d8f-0d1f3c2b1a00";
    const session = await shop.createSession({}, key);
    const paid = await shop.paidSession();
    const id = String(session.body["sessionId"]);
    const list = () => send(`${shop.api}/applications`, "GET", { token: shop.token });

    await control("/clock", { advanceSeconds: 3540 });
    expect([(await list()).status, (await shop.read(id)).body["status"]]).toEqual([200, "PENDING"]);
    await control("/clock", { advanceSeconds: 61 });
    expect((await list()).status).toBe(401);
    expect((await shop.read(id)).body).toMatchObject({ status: "FAILED", failureReason: "EXPIRED" });
    expect((await shop.read(paid)).body["status"]).toBe("SUCCEEDED");
    expect((await send(String(session.body["checkoutUrl"]), "GET")).body["text"]).toContain("has expired");

    expect((await shop.createSession({}, key)).body["sessionId"]).toBe(id);
    await control("/clock", { advanceSeconds: 86_400 });
    expect((await shop.createSession({}, key)).body["sessionId"]).not.toBe(id);
  });
});

describe("limits", () => {
  it("hold back who asks too often", async () => {
    const slow = await createReferenceServer({ rateLimit: 2 });
    const replies = await Promise.all([1, 2, 3, 4].map(() => send(`${slow.url}/api/v1/applications`, "GET")));
    await slow.close();
    const refused = replies.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(2);
    expect(refused[0]?.headers.get("retry-after")).toBe("1");
  });
});
