import { createHmac } from "node:crypto";
import { createServer } from "node:https";
import type { Server } from "node:https";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createReferenceServer } from "./server.ts";
import type { ReferenceServer } from "./server.ts";
import { openShop, send } from "./shop.test-kit.ts";
import type { Shop } from "./shop.test-kit.ts";
import { certificate, privateKey } from "./certificate.test-kit.ts";

interface Delivery {
  readonly path: string;
  readonly signature: string;
  readonly body: string;
}

const deliveries: Delivery[] = [];
/** Status codes to answer, by path, one after the other; 200 when there are none left. */
const planned = new Map<string, number[]>();
let receiver: Server;
let origin: string;
let server: ReferenceServer;
let shop: Shop;

const receive = (): Server =>
  createServer({ cert: certificate, key: privateKey }, (request, response) => {
    let body = "";
    request.on("data", (bytes: Buffer) => {
      body += bytes.toString();
    });
    request.on("end", () => {
      const path = request.url ?? "";
      deliveries.push({ path, signature: String(request.headers["kadosei-signature"]), body });
      response.writeHead(planned.get(path)?.shift() ?? 200, { location: "http://169.254.169.254/" });
      response.end("é".repeat(3000));
    });
  });

beforeAll(async () => {
  receiver = receive();
  await new Promise<void>((resolve) => {
    receiver.listen(0, "127.0.0.1", resolve);
  });
  const address = receiver.address();
  origin = `https://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  server = await createReferenceServer({
    control: true,
    allowLoopbackWebhooks: [origin],
    webhookCa: certificate,
  });
  shop = await openShop(server);
});
afterAll(async () => {
  await server.close();
  receiver.close();
  receiver.closeAllConnections();
});

const at = (path: string): Delivery[] => deliveries.filter((delivery) => delivery.path === path);
const register = (path: string, more: Record<string, unknown> = {}) =>
  shop.manage("POST", "/webhooks", { url: `${origin}${path}`, ...more });

const verify = ({ signature, body }: Delivery, secret: string): boolean => {
  const [, seconds = "", mac = ""] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(signature) ?? [];
  return createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex") === mac;
};

describe("deliveries", () => {
  it("are signed, retried and only what was asked for", async () => {
    planned.set("/paid", [500]);
    const { body: paid } = await register("/paid", { subscribedEvents: ["session.completed"] });
    await register("/failed", { subscribedEvents: ["refund.failed"] });
    const { body: silent } = await register("/silent");
    await shop.manage("PATCH", `/webhooks/${String(silent["id"])}`, { isActive: false });

    const id = await shop.paidSession();
    await vi.waitFor(() => expect(at("/paid")).toHaveLength(2), 2000);
    expect(at("/paid").every((delivery) => verify(delivery, String(paid["signingSecret"])))).toBe(true);
    expect(verify({ ...at("/paid")[0] } as Delivery, "whsec_other")).toBe(false);
    const [first, second] = at("/paid").map(({ body }) => JSON.parse(body) as Record<string, unknown>);
    expect(first).toMatchObject({ type: "session.completed", data: { sessionId: id, status: "SUCCEEDED" } });
    expect(second?.["id"]).toBe(first?.["id"]);

    await send(`${server.controlUrl}/refunds/outcome`, "POST", { body: { outcome: "fail", sessionId: id } });
    await shop.refund(id);
    await vi.waitFor(() => expect(at("/failed")).toHaveLength(1), 2000);
    expect(at("/silent")).toHaveLength(0);
  });

  it("tell of sessions that expire while nobody looks", async () => {
    await register("/expired", { subscribedEvents: ["session.expired"] });
    await shop.createSession();
    await send(`${server.controlUrl}/clock`, "POST", { body: { advanceSeconds: 3601 } });
    await vi.waitFor(() => expect(at("/expired").length).toBeGreaterThan(0), 2000);
    shop = await openShop(server);
  });
});

const tryOut = async (url: string): Promise<Record<string, unknown>> => {
  const { body } = await shop.manage("POST", "/webhooks", { url });
  return (await shop.manage("POST", `/webhooks/${String(body["id"])}/test`)).body;
};

describe("the test operation", () => {
  it("reports success, cut to 1024 characters, and records it", async () => {
    const result = await tryOut(`${origin}/test`);
    expect(result).toMatchObject({ success: true, httpStatusCode: 200, responseBody: "é".repeat(1024) });
    const list = await shop.manage("GET", "/webhooks");
    expect((list.body["items"] as unknown[]).at(-1)).toMatchObject({
      lastTestStatus: "SUCCESS",
      lastTestAt: result["deliveredAt"],
    });
  });

  it("follows no redirect", async () => {
    planned.set("/redirect", [302]);
    expect(await tryOut(`${origin}/redirect`)).toMatchObject({ success: false, httpStatusCode: 302 });
  });

  it("reports a network failure", async () => {
    const result = await tryOut("https://nowhere.invalid/");
    expect(result).toMatchObject({ success: false, httpStatusCode: null, responseBody: null });
  });
});

describe("the registration", () => {
  it("shows the secret once and forgets what was deleted", async () => {
    const { body } = await register("/gone");
    expect(body).toMatchObject({ isActive: true, lastTestAt: null, lastTestStatus: null, updatedAt: null });
    expect(body["keyFingerprint"]).toMatch(/^whsec_..\*+....$/);
    const id = String(body["id"]);
    expect(JSON.stringify((await shop.manage("GET", "/webhooks")).body)).not.toContain(body["signingSecret"]);
    expect((await shop.manage("DELETE", `/webhooks/${id}`)).body).toEqual({});
    expect(JSON.stringify((await shop.manage("GET", "/webhooks")).body)).not.toContain(id);
    expect((await shop.manage("DELETE", `/webhooks/${id}`)).status).toBe(404);
  });

  it.each([
    "http://shop.example/",
    "https://127.0.0.1/",
    "https://localhost/",
    "https://localhost./",
    "https://2130706433/",
    "https://0x7f000001/",
    "https://0177.0.0.1/",
    "https://127.1/",
    "https://[::1]/",
    "https://[::ffff:127.0.0.1]/",
    "https://[::ffff:a9fe:a9fe]/",
    "https://[fe80::1]/",
    "https://[fd00::1]/",
    "https://10.0.0.1/",
    "https://172.16.0.1/",
    "https://192.168.1.1/",
    "https://169.254.169.254/latest",
    "https://0.0.0.0/",
    "https://user:word@shop.example/",
    "ftp://shop.example/",
    "https:",
    "https:shop.example",
    "",
  ])("refuses %s", async (url) => {
    expect((await shop.manage("POST", "/webhooks", { url })).status).toBe(400);
  });

  it("refuses events nobody knows", async () => {
    expect((await register("/x", { subscribedEvents: ["session.exploded"] })).status).toBe(400);
  });
});
