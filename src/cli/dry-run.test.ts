import { once } from "node:events";
import { readdirSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { expect, test } from "vitest";
import { cli, emptyFolder } from "./cli.test-kit.ts";

test("a dry run tells what a run would do and make, connects to nobody and writes nothing", async () => {
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    socket.destroy();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const cwd = emptyFolder();
  writeFileSync(
    join(cwd, "kadosei-conformance.yaml"),
    `target: { url: "http://${host}", proxy: "http://user:secret-of-proxy@${host}" }
merchant: { email: owner@example.com, password: correct-horse-battery }
checkout: { pay: { request: "POST http://${host}/{sessionId}?key=secret-of-driver" } }
clock: { advance: { command: "touch moved" } }
limits: { requestsPerSecond: 10 }
`,
  );
  const only = ["--only", "sessions/creates,sessions/completes,sessions/expires,refunds/full-refund"];
  const { code, stdout, stderr } = await cli(["--dry-run", ...only, "--report", "junit=a.xml"], { cwd });
  server.close();

  expect({ code, stderr, connections }).toEqual({ code: 0, stderr: "", connections: 0 });
  expect(readdirSync(cwd)).toEqual(["kadosei-conformance.yaml"]);
  expect(stdout).toContain("3 requirements: 3 MUST, 0 SHOULD, 0 MAY");
  expect(stdout).toContain("1 MUST and 0 others: the target does not claim `refunds`");
  expect(stdout).toContain(`${host} (the target, by way of the proxy ${host}; checkout.pay)`);
  expect(stdout).toContain("this machine (the command of clock.advance)");
  expect(stdout).toContain("would be moved");
  expect(stdout).toMatch(/^ {2}\d+ applications?, \d+ API keys?, .*\d+ payment sessions$/m);
  expect(stdout).toMatch(/^ {2}by \d+ requests, which take \d.* at 10 per second$/m);
  expect(stdout).toContain("conformant in part: ");
  expect(stdout).toContain("nothing was judged, and nothing is certified");
  expect(stdout).not.toContain("secret-of");
}, 60_000);

test("what a run would not be told is said, and that it could not be conformant", async () => {
  const target = ["--url", "http://127.0.0.1:9", "--email", "owner@example.com"];
  const env = { KADOSEI_PASSWORD: "correct-horse-battery" };
  const { code, stdout } = await cli([...target, "--dry-run", "--suite", "token-lifetime"], { env });
  expect(code).toBe(0);
  expect(stdout).toContain("would not be moved");
  expect(stdout).toMatch(/^ {2}\d MUST and \d others?.*: needs clock/m);
  expect(stdout).toMatch(/^ {2}not judged: \d requirements need clock/m);
}, 60_000);
