import { execFile } from "node:child_process";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { promisify } from "node:util";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { HttpRequest } from "../model/index.ts";
import { createRedaction, openTransport, recordOf } from "./index.ts";

const secret = 'p4ss/word+with "quotes" & \\ $HOME `id` %41 ü';
const { transport, close } = openTransport({ tls: { insecure: false } });
let server: Server;
let origin: string;
let received: unknown[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { method, url, rawHeaders } = request;
      received.push({
        method,
        url,
        headers: fields(rawHeaders),
        body: Buffer.concat(chunks).toString("hex"),
      });
      response.end();
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  await close();
  server.close();
});

/** All but what belongs to the connection. */
function fields(raw: readonly string[]): readonly string[] {
  const pairs = raw.flatMap((name, i) => (i % 2 === 0 ? [`${name.toLowerCase()}: ${raw[i + 1]}`] : []));
  return pairs.filter((pair) => !/^(connection|host|content-length):/.test(pair)).toSorted();
}

const patience = { timeoutMs: 5000, maxBodyBytes: 1000 };

/** What reaches the server: from us, and from the line in a shell that knows the secrets. */
async function both(request: HttpRequest, secrets: Readonly<Record<string, string>> = {}) {
  const redaction = createRedaction();
  for (const [name, value] of Object.entries(secrets)) redaction.learn(value, name);
  received = [];
  await transport(request, patience);
  const { curl } = recordOf({ at: 0, durationMs: 1, request }, redaction);
  const spelled = {
    KADOSEI_PASSWORD_JSON: JSON.stringify(secret).slice(1, -1),
    KADOSEI_PASSWORD_URLENCODED: encodeURIComponent(secret),
  };
  await promisify(execFile)("bash", ["-c", curl], {
    env: { PATH: process.env["PATH"], ...spelled, ...secrets },
  });
  const [sent, repeated] = received;
  return { sent, repeated, curl };
}

const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.constantFrom(
    "$(id)",
    "`id`",
    "!!",
    "@/etc/passwd",
    "\\",
    '"',
    "'",
    "${HOME}",
    "$KADOSEI_",
    "\r\n",
    "\0",
    "\u202e",
    "100%\\n",
  ),
);

describe("a curl line sends what was sent", () => {
  test("whatever the request is made of", async () => {
    const request = fc.record({
      method: fc.constantFrom("GET", "POST", "PATCH", "DELETE"),
      path: fc.constantFrom("/", "/a/../b", "/%2e%2e/{x}/[1-3]", "/?a=b&c=%20;'()*!$x"),
      headers: fc.uniqueArray(
        fc.tuple(
          fc.constantFrom("accept", "Content-Type", "user-agent", "authorization", "x-odd"),
          fc.constantFrom("", "a/b", 'Bearer "$HOME" `id` \\ !x', "a, b;c=d"),
        ),
        { selector: ([name]) => name },
      ),
      body: fc.option(
        fc.oneof(
          fc.array(text).map((parts) => parts.join("")),
          fc.uint8Array({ maxLength: 40 }),
        ),
        {
          nil: undefined,
        },
      ),
    });
    await fc.assert(
      fc.asyncProperty(request, async ({ method, path, headers, body }) => {
        const sent = { method, url: origin + path, headers, ...(body === undefined ? {} : { body }) };
        const result = await both(sent);
        expect(result.repeated).toEqual(result.sent);
        expect(result.curl).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      }),
      { numRuns: 40 },
    );
  });

  test("with its secrets from the environment, however they are spelled", async () => {
    const request = {
      method: "POST",
      url: `${origin}/?password=${encodeURIComponent(secret)}`,
      headers: [
        ["x-password", Buffer.from(secret).toString("latin1")],
        ["authorization", "Bearer token-of-the-runX"],
      ],
      body: JSON.stringify({ password: secret }),
    } as const;
    const { sent, repeated, curl } = await both(request, {
      KADOSEI_PASSWORD: secret,
      KADOSEI_TOKEN: "token-of-the-run",
      KADOSEI_LATIN1: Buffer.from(secret).toString("latin1"),
    });
    expect(curl).toContain("Bearer ${KADOSEI_TOKEN}X");
    expect(curl).toContain("?password=$KADOSEI_PASSWORD_URLENCODED");
    expect(curl).toContain('{\\"password\\":\\"$KADOSEI_PASSWORD_JSON\\"}');
    expect(curl).not.toContain("p4ss");
    expect({ ...(repeated as object), headers: [] }).toEqual({ ...(sent as object), headers: [] });
  });
});

test("a target's text in a request expands to nothing but a variable of ours", () => {
  const request = { method: "POST", url: origin, headers: [], body: "${KADOSEI_X:=$(id)} $KADOSEI_x $(id)" };
  const { curl } = recordOf({ at: 0, durationMs: 1, request }, createRedaction());
  expect(curl).toContain('--data-raw "\\${KADOSEI_X:=\\$(id)} \\$KADOSEI_x \\$(id)"');
});

test("a line that would be too long is a comment that says so", () => {
  const request = { method: "POST", url: origin, headers: [], body: "x".repeat(10_000) };
  const { curl } = recordOf({ at: 0, durationMs: 1, request }, createRedaction());
  expect(curl).toMatch(/^# POST with a body of 10000 characters is too long/);
});
