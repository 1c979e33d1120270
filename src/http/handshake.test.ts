import { once } from "node:events";
import { createServer, type Server } from "node:https";
import { createServer as createPlainServer } from "node:net";
import type { AddressInfo } from "node:net";
import { afterAll, expect, test } from "vitest";
import { shakeHands } from "./handshake.ts";

// The throwaway certificate of the reference server's tests.
import { certificate, privateKey } from "../reference/certificate.test-kit.ts";

const identity = { key: privateKey, cert: certificate };
const modern = createServer({ ...identity, minVersion: "TLSv1.2" });
const old = createServer({ ...identity, minVersion: "TLSv1", ciphers: "DEFAULT@SECLEVEL=0" });
const plain = createPlainServer((socket) => socket.end("no TLS here"));

afterAll(() => {
  for (const server of [modern, old, plain]) server.close();
});

async function portOf(server: Server | typeof plain): Promise<number> {
  if (!server.listening) await once(server.listen(0, "127.0.0.1"), "listening");
  return (server.address() as AddressInfo).port;
}

test.each([
  ["accepted by a modern server", modern, "TLSv1.2", "accepted"],
  ["accepted by a modern server", modern, "TLSv1.3", "accepted"],
  ["refused by a modern server", modern, "TLSv1.1", "refused"],
  ["refused by a modern server", modern, "TLSv1", "refused"],
  ["accepted by an old server", old, "TLSv1.1", "accepted"],
  ["accepted by an old server", old, "TLSv1", "accepted"],
  ["refused by what speaks no TLS", plain, "TLSv1.2", "refused"],
] as const)("is %s: %#", async (_, server, version, outcome) => {
  const port = await portOf(server);
  expect(await shakeHands({ host: "127.0.0.1", port }, version, 5000)).toBe(outcome);
});

test("rejects when nobody listens", async () => {
  await expect(shakeHands({ host: "127.0.0.1", port: 9 }, "TLSv1.2", 5000)).rejects.toMatchObject({
    code: "ECONNREFUSED",
  });
});
