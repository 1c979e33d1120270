import { connect } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createReferenceServer } from "./server.ts";
import type { ReferenceServer } from "./server.ts";
import { openShop, send } from "./shop.test-kit.ts";
import type { Shop } from "./shop.test-kit.ts";

let server: ReferenceServer;
let shop: Shop;

beforeAll(async () => {
  server = await createReferenceServer();
  shop = await openShop(server);
});
afterAll(() => server.close());

/** Sends bytes as they are: clients would tidy them up. */
const raw = (text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname, () => socket.write(text));
    let answer = "";
    socket.on("data", (bytes) => {
      answer += bytes.toString();
    });
    socket.on("end", () => resolve(answer));
    socket.on("error", reject);
  });

const get = (path: string): Promise<string> =>
  raw(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);

const post = (
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
): Promise<Response> =>
  fetch(`${shop.api}/applications`, {
    method: "POST",
    headers: { authorization: `Bearer ${shop.token}`, "content-type": "application/json", ...headers },
    body,
  });

describe("paths", () => {
  it.each([
    ["//", 404],
    ["/api/v1//applications", 404],
    ["/api/v1/sessions/%00", 401],
    ["/%00", 404],
    ["/api/v1/%2e%2e/x", 404],
    ["/%zz", 400],
    [`/${"a".repeat(7000)}`, 404],
    [`/${"a".repeat(9000)}`, 414],
    ["http://x/nowhere", 404],
    ["*", 404],
  ])("case %#", async (path, status) => {
    const answer = await get(path);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).toContain(`"statusCode":${status}`);
  });

  it.each(["sessions/nonsense", "sessions/%00", "sessions/1%2f2"])("%s is no id", async (path) => {
    expect((await send(`${shop.api}/${path}`, "GET", { token: shop.key })).status).toBe(400);
  });
});

describe("methods", () => {
  it("says what is allowed", async () => {
    const wrong = await send(`${shop.api}/auth/login`, "DELETE");
    expect([wrong.status, wrong.headers.get("allow")]).toEqual([405, "POST, OPTIONS"]);
    expect((await send(`${shop.api}/applications`, "OPTIONS")).status).toBe(200);
    expect((await send(`${shop.api}/applications`, "HEAD", { token: shop.token })).status).toBe(200);
  });

  it.each([
    "BREW / HTTP/1.1\r\n\r\n",
    "GET / HTTP/9\r\n\r\n",
    `GET / HTTP/1.1\r\nx: ${"a".repeat(40_000)}\r\n\r\n`,
  ])("answers what is not HTTP: case %#", async (text) => {
    expect(await raw(text)).toMatch(/^HTTP\/1.1 4\d\d /);
  });
});

describe("bodies", () => {
  it.each([
    ["", 400],
    ["{", 400],
    ["[]", 400],
    ["null", 400],
    ['"text"', 400],
    ["\uFEFF{}", 400],
    ['{"name":1e400}', 400],
    ["[".repeat(100_000), 400],
    [`{"a":${"[".repeat(100_000)}${"]".repeat(100_000)}}`, 400],
    ['{"__proto__":{"name":"x"}}', 400],
    [`{"name":"${"a".repeat(2 * 1024 * 1024)}"}`, 413],
  ])("case %#", async (body, status) => {
    expect((await post(body)).status).toBe(status);
  });

  it("takes only plain JSON in UTF-8", async () => {
    expect((await post(new Uint8Array([0x7b, 0xff, 0x7d]))).status).toBe(400);
    expect((await post("{}", { "content-type": "text/plain" })).status).toBe(415);
    expect((await post(new Uint8Array(gzipSync("{}")), { "content-encoding": "gzip" })).status).toBe(415);
    const charset = { "content-type": "application/json; charset=UTF-8" };
    expect((await post('{"name":"charset"}', charset)).status).toBe(201);
  });

  it("names every failing field", async () => {
    const reply = await shop.createSession({ currency: "aud", amount: { total: 1.001 }, customer: [] });
    expect(reply.body).toEqual({
      statusCode: 400,
      error: "Bad Request",
      message: [
        "currency must be three upper-case letters",
        "amount.total must have at most 2 decimals",
        "customer must be an object",
      ],
    });
    const missing = await shop.createSession({ currency: undefined });
    expect(missing.body["message"]).toEqual(["currency is required"]);
  });
});

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

describe("credentials", () => {
  const claims = { sub: "x", iat: 0, exp: 9_999_999_999 };

  it.each([
    "Bearer",
    "Bearer   ",
    "Basic eDp5",
    "Bearer a b",
    "bare",
    "Bearer a.b.c",
    "Bearer ..",
    `Bearer ${encode(null)}.${encode(null)}.`,
    `Bearer ${encode({ alg: "none" })}.${encode(claims)}.`,
    `Bearer ${encode({ alg: "HS256", crit: ["x"], x: 1 })}.${encode(claims)}.AAAA`,
    `Bearer ${"a".repeat(10_000)}`,
  ])("case %#", async (authorization) => {
    for (const path of ["applications", "payment-methods"])
      expect((await send(`${shop.api}/${path}`, "GET", { headers: { authorization } })).status).toBe(401);
  });

  it("are not interchangeable, and their scheme has no case", async () => {
    expect((await send(`${shop.api}/applications`, "GET", { token: shop.key })).status).toBe(401);
    expect((await send(`${shop.api}/payment-methods`, "GET", { token: shop.token })).status).toBe(401);
    const headers = { authorization: `bearer ${shop.token}` };
    expect((await send(`${shop.api}/applications`, "GET", { headers })).status).toBe(200);
  });

  it("do not tell which part was wrong", async () => {
    const url = `${shop.api}/auth/login`;
    const password = "wrong-but-long-enough";
    const wrong = await send(url, "POST", { body: { email: server.merchants[0]?.email, password } });
    const unknown = await send(url, "POST", { body: { email: "nobody@example.com", password } });
    expect(wrong).toMatchObject({ status: 401, body: unknown.body });
    expect((await send(url, "POST", { body: { email: { $gt: "" }, password } })).status).toBe(400);
  });
});
