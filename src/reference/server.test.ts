import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createReferenceServer } from "./server.ts";
import type { ReferenceServer } from "./server.ts";
import { openShop, order, send } from "./shop.test-kit.ts";
import type { Shop } from "./shop.test-kit.ts";

let server: ReferenceServer;
let shop: Shop;

beforeAll(async () => {
  server = await createReferenceServer({ control: true });
  shop = await openShop(server);
});
afterAll(() => server.close());

const create = (name: string) =>
  send(`${shop.api}/applications`, "POST", { token: shop.token, body: { name } });

const invite = async (): Promise<string> => {
  const reply = await send(`${server.controlUrl}/invites`, "POST", { body: {} });
  return String(reply.body["token"]);
};

describe("a payment", () => {
  it("goes from session over checkout to refund", async () => {
    const session = await shop.createSession();
    expect(session.status).toBe(201);
    expect(session.body).toMatchObject({
      status: "PENDING",
      routing: { selectedProvider: "stripe", score: 1 },
    });
    const checkout = String(session.body["checkoutUrl"]);
    const page = await send(checkout, "GET");
    expect(page.body["text"]).toContain("140.76 AUD");
    const paid = await send(`${checkout}/pay`, "POST");
    expect([paid.status, paid.headers.get("location")]).toEqual([303, "https://shop.example/thanks"]);
    const id = String(session.body["sessionId"]);
    expect((await shop.read(id)).body).toMatchObject({
      id,
      status: "SUCCEEDED",
      failureReason: null,
      refunds: [],
    });

    const part = await shop.refund(id, { amount: 0.1, lineItems: "whatever" });
    expect(part).toMatchObject({ status: 201, body: { sessionId: id, status: "PENDING", amount: 0.1 } });
    expect((await shop.read(id)).body["status"]).toBe("PARTIALLY_REFUNDED");
    const rest = await shop.refund(id);
    expect(rest.body["amount"]).toBe(140.66);
    const read = await shop.read(id);
    expect(read.body).toMatchObject({
      status: "REFUNDED",
      refunds: [
        { id: part.body["refundId"], status: "COMPLETED" },
        { amount: 140.66, currency: "AUD" },
      ],
    });
    expect((await shop.refund(id)).status).toBe(409);
  });

  it.each(["decline", "cancel"])("fails on %s and stays failed", async (action) => {
    const session = await shop.createSession();
    const checkout = String(session.body["checkoutUrl"]);
    const left = await send(`${checkout}/${action}`, "POST");
    expect(left.headers.get("location")).toBe("https://shop.example/sorry");
    expect((await send(`${checkout}/pay`, "POST")).status).toBe(409);
    const read = await shop.read(String(session.body["sessionId"]));
    expect(read.body["status"]).toBe("FAILED");
  });

  it("escapes what it shows", async () => {
    const session = await shop.createSession({ orderReference: "<script>&\"'" });
    const page = await send(String(session.body["checkoutUrl"]), "GET");
    expect(page.body["text"]).toContain("&lt;script&gt;&amp;&quot;&#39;");
  });

  it("is refused where no provider is eligible", async () => {
    expect((await shop.createSession({ paymentMethod: "ideal" })).status).toBe(422);
    await shop.manage("PATCH", "/providers/stripe/deactivate");
    expect((await shop.createSession()).status).toBe(422);
    await shop.manage("PATCH", "/providers/stripe/activate");
    expect((await shop.createSession()).status).toBe(201);
  });
});

describe("refunds", () => {
  it("never overspend, however many come at once", async () => {
    const id = await shop.paidSession(1);
    const replies = await Promise.all(Array.from({ length: 20 }, () => shop.refund(id, { amount: 0.3 })));
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(3);
    expect(replies.filter(({ status }) => status === 422)).toHaveLength(17);
    expect((await shop.refund(id)).body["amount"]).toBe(0.1);
  });

  it.each([0, -1, 1.005, "1", null, 1e99, 0.1 + 0.2])("refuse the amount %j", async (amount) => {
    const id = await shop.paidSession();
    expect((await shop.refund(id, { amount })).status).toBe(400);
  });

  it("need a paid session and a key", async () => {
    const session = await shop.createSession();
    const id = String(session.body["sessionId"]);
    expect((await shop.refund(id)).status).toBe(409);
    expect((await send(`${shop.api}/sessions/${id}/refunds`, "POST", { token: shop.key })).status).toBe(400);
  });
});

describe("idempotency", () => {
  it("gives twins, replays and sibling keys one session", async () => {
    const key = randomUUID();
    const twins = await Promise.all(Array.from({ length: 20 }, () => shop.createSession({}, key)));
    const late = await shop.createSession({}, key.toUpperCase());
    expect(new Set([...twins, late].map(({ body }) => body["sessionId"])).size).toBe(1);
    expect(twins.filter(({ headers }) => headers.get("idempotent-replayed") === null)).toHaveLength(1);
    expect(late).toMatchObject({ status: 201, body: twins[0]?.body });
  });

  it("ignores the order of members and refuses another body", async () => {
    const key = randomUUID();
    await shop.createSession({}, key);
    const reversed = JSON.stringify(Object.fromEntries(Object.entries(order()).toReversed()));
    const headers = { "idempotency-key": key };
    const replay = await send(`${shop.api}/sessions`, "POST", { token: shop.key, body: reversed, headers });
    expect(replay.status).toBe(201);
    expect((await shop.createSession({ orderReference: "other" }, key)).status).toBe(422);
  });

  it("lets a refused key be used again", async () => {
    const key = randomUUID();
    expect((await shop.createSession({ currency: "x" }, key)).status).toBe(400);
    expect((await shop.createSession({ paymentMethod: "none" }, key)).status).toBe(422);
    expect((await shop.createSession({}, key)).status).toBe(201);
  });

  it("gives twins one refund", async () => {
    const id = await shop.paidSession();
    const key = "any value";
    const twins = await Promise.all(Array.from({ length: 20 }, () => shop.refund(id, { amount: 1 }, key)));
    expect(new Set(twins.map(({ body }) => body["refundId"])).size).toBe(1);
    expect((await shop.read(id)).body["refunds"]).toHaveLength(1);
  });

  it.each(["", "text", "00000000-0000-0000-0000-000000000000", randomUUID().replaceAll("-", "")])(
    "refuses the key %j",
    async (key) => {
      expect((await shop.createSession({}, key)).status).toBe(400);
    },
  );
});

describe("merchants", () => {
  const organization = {
    legalBusinessName: "Shoes Ltd",
    companyRegistrationNumber: "1",
    registeredAddress: { line1: "1 Street", city: "Perth", state: "WA", postalCode: "6000", country: "AU" },
    companyWebsite: "https://shoes.example",
    industry: "retail",
    sector: "shoes",
    contactPersonFirstName: "A",
    contactPersonLastName: "B",
    contactPersonEmail: "a@shoes.example",
  };
  const signUp = (token: string, email: string) =>
    send(`${shop.api}/merchants/signup?token=${token}`, "POST", {
      body: { organization, admin: { email, password: "sixteen-letters!", firstName: "A", lastName: "B" } },
    });

  it("sign up once per invite, even at once", async () => {
    const token = await invite();
    const twins = await Promise.all(
      Array.from({ length: 10 }, (_, index) => signUp(token, `race${index}@shoes.example`)),
    );
    expect(twins.map(({ status }) => status).toSorted()).toEqual([
      201,
      ...Array.from({ length: 9 }, () => 410),
    ]);
    expect((await signUp("nonsense", "x@shoes.example")).status).toBe(400);
  });

  it("log in afterwards, whatever the case of the address", async () => {
    const reply = await signUp(await invite(), "Owner@shoes.example");
    expect(reply.body).toEqual({
      organization,
      admin: { email: "Owner@shoes.example", firstName: "A", lastName: "B" },
    });
    const body = { email: "owner@SHOES.example", password: "sixteen-letters!" };
    expect((await send(`${shop.api}/auth/login`, "POST", { body })).body["expiresIn"]).toBe(3600);
    expect((await signUp(await invite(), "owner@shoes.example")).status).toBe(409);
  });

  it("cannot see each other's applications", async () => {
    const login = await send(`${shop.api}/auth/login`, "POST", { body: server.merchants[1] });
    const token = String(login.body["accessToken"]);
    const foreign = await send(`${shop.api}/applications/${shop.applicationId}`, "GET", { token });
    const absent = await send(`${shop.api}/applications/${randomUUID()}`, "GET", { token });
    expect(foreign).toMatchObject({ status: 404, body: absent.body });
  });
});

describe("applications and keys", () => {
  it("keep names unique, even at once", async () => {
    const twins = await Promise.all(Array.from({ length: 20 }, () => create("Once")));
    expect(twins.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(twins.filter(({ status }) => status === 409)).toHaveLength(19);
  });

  it("revoke at once and only what was meant", async () => {
    const issued = await shop.manage("POST", "/api-keys", { description: "x".repeat(50) });
    const { id, fullKey, keyPrefix } = issued.body;
    expect(String(fullKey).startsWith(String(keyPrefix))).toBe(true);
    expect(await shop.manage("DELETE", `/api-keys/${String(id)}`)).toMatchObject({ status: 200, body: {} });
    const reply = await send(`${shop.api}/payment-methods`, "GET", { token: String(fullKey) });
    expect(reply.status).toBe(401);
    expect(reply.headers.get("www-authenticate")).toContain("Bearer");
    expect((await send(`${shop.api}/payment-methods`, "GET", { token: shop.key })).status).toBe(200);
    expect((await shop.manage("DELETE", `/api-keys/${String(id)}`)).status).toBe(404);
    expect((await shop.manage("POST", "/api-keys", { description: "x".repeat(51) })).status).toBe(400);
    expect(JSON.stringify((await shop.manage("GET", "/api-keys")).body)).not.toContain(String(fullKey));
  });

  it("refuse payments while disabled", async () => {
    await shop.manage("PATCH", "/status", { isEnabled: false });
    expect((await shop.createSession()).status).toBe(403);
    await shop.manage("PATCH", "/status", { isEnabled: true });
    expect((await shop.createSession()).status).toBe(201);
  });

  it("count code points, not bytes", async () => {
    expect((await create("🙂".repeat(100))).status).toBe(201);
    expect((await create("🙂".repeat(101))).status).toBe(400);
  });
});

describe("pages", () => {
  it("cut lists", async () => {
    const other = await openShop(server);
    for (const name of ["a", "b", "c", "d"])
      await other.manage("POST", "/providers", { name, paymentMethods: [], credentials: { apiKey: "k" } });
    const page = await other.manage("GET", "/providers?page=2&limit=2");
    expect(page.body).toMatchObject({
      items: [{ provider: "b" }, { provider: "c" }],
      page: 2,
      limit: 2,
      totalItems: 5,
      totalPages: 3,
      hasPreviousPage: true,
      hasNextPage: true,
    });
  });

  it.each(["page=0", "page=-1", "page=1.5", "page=abc", "page=", "limit=0", "limit=101", "page=1e99"])(
    "refuse %s",
    async (query) => {
      expect((await shop.manage("GET", `/providers?${query}`)).status).toBe(400);
    },
  );
});
