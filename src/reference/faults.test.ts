import { randomUUID } from "node:crypto";
import { UnsecuredJWT } from "jose";
import { describe, expect, it } from "vitest";
import { changeBody, defineDialect, replaceOperation } from "./fault.ts";
import type { Dialect } from "./fault.ts";
import { faultNames, loadFault, UnknownFaultError } from "./faults.ts";
import { createReferenceServer } from "./server.ts";
import { openShop, send } from "./shop.test-kit.ts";
import type { Shop } from "./shop.test-kit.ts";

const withShop = async <Result>(change: Dialect, work: (shop: Shop) => Promise<Result>): Promise<Result> => {
  const server = await createReferenceServer({ dialects: [change] });
  try {
    return await work(await openShop(server));
  } finally {
    await server.close();
  }
};

describe("faults", () => {
  it("are known by name", async () => {
    expect(faultNames()).toContain("token-forgery-accepts-unsigned");
    const wrong = loadFault("token-forgery-accept-unsigned");
    await expect(wrong).rejects.toThrow(UnknownFaultError);
    await expect(wrong).rejects.toThrow(/Did you mean token-forgery-accepts-unsigned/);
    await expect(loadFault("../server")).rejects.toThrow(UnknownFaultError);
  });

  it("all load, with a title and a requirement", async () => {
    for (const name of faultNames())
      expect(await loadFault(name)).toMatchObject({
        title: expect.stringMatching(/./),
        breaks: expect.stringMatching(/^[a-z-]+\/[a-z0-9.-]+$/),
      });
  });

  it("can replay sessions", async () => {
    const fault = await loadFault("idempotency-replay-creates-session");
    const ids = await withShop(fault, async (shop) => {
      const key = randomUUID();
      return [await shop.createSession({}, key), await shop.createSession({}, key)].map(
        ({ body }) => body["sessionId"],
      );
    });
    expect(ids[0]).not.toBe(ids[1]);
  });

  it("can accept unsigned tokens", async () => {
    const fault = await loadFault("token-forgery-accepts-unsigned");
    const reply = await withShop(fault, async (shop) => {
      const claims = JSON.parse(
        Buffer.from(shop.token.split(".")[1] ?? "", "base64url").toString(),
      ) as object;
      const token = new UnsecuredJWT({ ...claims }).encode();
      return send(`${shop.api}/applications`, "GET", { token });
    });
    expect(reply.status).toBe(200);
  });
});

describe("a replaced part", () => {
  it("reaches all its users", async () => {
    const terse = defineDialect({
      title: "Limits names to 50, answers 200 for creations, adds up wrongly",
      wrap: (parts) => ({
        ...parts,
        limits: { ...parts.limits, applicationName: 50 },
        finisher: {
          ...parts.finisher,
          finish: (answer, incoming) =>
            parts.finisher.finish(answer.status === 201 ? { ...answer, status: 200 } : answer, incoming),
        },
        ledger: { ...parts.ledger, remaining: (session) => parts.ledger.remaining(session) + 1 },
      }),
    });
    await withShop(terse, async (shop) => {
      const long = { token: shop.token, body: { name: "x".repeat(51) } };
      expect((await send(`${shop.api}/applications`, "POST", long)).status).toBe(400);
      expect((await shop.createSession()).status).toBe(200);
      const id = await shop.paidSession(1);
      expect((await shop.refund(id)).body["amount"]).toBe(1.01);
    });
  });

  it("may be one operation, or only what it answers", async () => {
    const odd = defineDialect({
      title: "Calls every application Nobody, and has no payment methods",
      wrap: (parts) => {
        const renamed = changeBody(parts, "createApplication", (body) => ({ ...body, name: "Nobody" }));
        return replaceOperation(renamed, "listPaymentMethods", async () => ({ status: 404, body: {} }));
      },
    });
    await withShop(odd, async (shop) => {
      const made = { token: shop.token, body: { name: "Somebody" } };
      const reply = await send(`${shop.api}/applications`, "POST", made);
      expect(reply).toMatchObject({ status: 201, body: { name: "Nobody", isEnabled: true } });
      expect((await send(`${shop.api}/payment-methods`, "GET", { token: shop.key })).status).toBe(404);
    });
  });
});
