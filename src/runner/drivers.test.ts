import { once } from "node:events";
import { mkdtempSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTransport } from "../http/index.ts";
import type { RunSettings } from "../model/index.ts";
import type { Session } from "../suite/index.ts";
import { createDrivers } from "./drivers.ts";

const received: { line: string; type: string | undefined; body: string }[] = [];
const operator = createServer(async (request, response) => {
  const body = await text(request);
  received.push({ line: `${request.method} ${request.url}`, type: request.headers["content-type"], body });
  response.statusCode = request.url === "/refused" ? 500 : 200;
  response.end("{}");
});
const { transport, close } = openTransport({ tls: { insecure: false } });
const session = { id: "a/b", checkoutUrl: "https://checkout.example/x" } as Session;
let url = "";

beforeAll(async () => {
  operator.listen(0, "127.0.0.1");
  await once(operator, "listening");
  url = `http://127.0.0.1:${(operator.address() as AddressInfo).port}`;
});

afterAll(async () => {
  await close();
  operator.close();
});

function drivers(settings: Partial<RunSettings>) {
  return createDrivers(settings as RunSettings, transport);
}

describe("a driver", () => {
  test("sends its request with the placeholders filled, numbers as numbers", async () => {
    const body = { advanceSeconds: "{seconds}", note: "by {seconds} s", list: ["{seconds}"] };
    await drivers({ clock: { advance: { request: `PUT ${url}/clock`, body } } }).clock.advance(60);
    const sent = { advanceSeconds: 60, note: "by 60 s", list: [60] };
    expect(received.at(-1)).toEqual({
      line: "PUT /clock",
      type: "application/json",
      body: JSON.stringify(sent),
    });
  });

  test("escapes what it puts into a URL", async () => {
    await drivers({ checkout: { pay: { request: `POST ${url}/{sessionId}/pay` } } }).checkout.pay(session);
    expect(received.at(-1)?.line).toBe("POST /a%2Fb/pay");
  });

  test("runs its command, with values quoted for the shell", async () => {
    const file = join(mkdtempSync(join(tmpdir(), "kadosei-driver-")), "out");
    const hostile = { ...session, id: "'; echo owned #" };
    await drivers({ checkout: { pay: { command: `printf %s {sessionId} > ${file}` } } }).checkout.pay(
      hostile,
    );
    expect(readFileSync(file, "utf8")).toBe(hostile.id);
  });

  test.each([
    ["is not configured", undefined, "is not configured"],
    ["is refused", { request: "POST URL/refused" }, "answered 500"],
    ["can't be reached", { request: "POST http://127.0.0.1:9/" }, "ECONNREFUSED"],
    ["runs a command that fails", { command: "echo hunter2; exit 3" }, "the command ended with code 3"],
  ])("that %s blocks the check and blames nobody", async (_, step, says) => {
    const pay = step === undefined ? undefined : JSON.parse(JSON.stringify(step).replace("URL", url));
    const { checkout } = drivers(pay === undefined ? {} : { checkout: { pay } });
    await expect(checkout.pay(session)).rejects.toMatchObject({
      code: "BLOCKED",
      message: expect.stringContaining(says),
    });
  });
});
