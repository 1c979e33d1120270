import { execFile } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ExchangeRecord } from "../model/index.ts";
import { type Ended, emptyFolder, end, start, type Written, written } from "./cli.test-kit.ts";
import { echoingTarget, listening, type Listening, proxyWith } from "./echoing-target.test-kit.ts";

const odd = '"\\/+ü %41&<1>';
const jwt = (subject: string) =>
  ["{}", `{"sub":"${subject}","iat":1,"exp":9999999999}`, `signature-of-canary-${subject}`]
    .map((part) => Buffer.from(part).toString("base64url"))
    .join(".");

const issued = {
  token: jwt("first"),
  secondToken: jwt("second"),
  apiKey: "ks_test_canary0123456789abcdef",
  signingSecret: "whsec_canary0123456789abcdef",
};

/** What stands for each secret that was planted. */
const planted = {
  KADOSEI_PASSWORD: `canary-pw-${odd}`,
  KADOSEI_SECOND_PASSWORD: `canary-second-${odd}`,
  KADOSEI_PROVIDER_KEY: `canary-provider-one-${odd}`,
  KADOSEI_PROVIDER_KEY_2: "canary-provider-two",
  KADOSEI_HEADER_X_GATEWAY_KEY: "canary-header-of-flag",
  KADOSEI_HEADER_X_TENANT: "canary-header-of-file",
  KADOSEI_EXPIRED_TOKEN: "canary-expired.token.x",
  KADOSEI_TOKEN: issued.token,
  KADOSEI_SECOND_TOKEN: issued.secondToken,
  KADOSEI_API_KEY: issued.apiKey,
  KADOSEI_SECOND_API_KEY: issued.apiKey,
  KADOSEI_SIGNING_SECRET: issued.signingSecret,
  KADOSEI_INVITE: "canary-issued-invite",
  KADOSEI_SHOP_REFERENCE: "canary-out-of-variable",
} as const;

const elsewhere = {
  driverHeader: "canary-driver-header",
  driverQuery: "canary-driver-query",
  driverBody: "canary-driver-body",
  command: "canary-in-command",
  commandOutput: "canary-printed",
  commandError: "canary-on-stderr",
  proxyPassword: "canary-proxy-password",
};

let target: Listening;
let proxy: Listening;
let driver: Listening;
let result: Ended;
let out: Written;
let folder: string;
let commandLine: string;
const cwd = emptyFolder();

const configuration = () => `
claims: [core, providers, webhooks, refunds, onboarding]
target: { headers: { X-Tenant: ${planted.KADOSEI_HEADER_X_TENANT} } }
merchant: { expiredToken: ${planted.KADOSEI_EXPIRED_TOKEN} }
secondMerchant: { email: second@example.com, password: \${SECOND} }
providers:
  - { name: stripe, paymentMethods: [card], credentials: { apiKey: \${PROVIDER_KEY} } }
  - { name: adyen, paymentMethods: [card], credentials: { apiKey: ${planted.KADOSEI_PROVIDER_KEY_2} } }
session: { orderReference: \${SHOP_REFERENCE} }
checkout:
  pay:
    command: "echo ${elsewhere.commandOutput}; echo ${elsewhere.commandError} >&2; false ${elsewhere.command}"
  decline: { command: "kill -9 $$ # ${elsewhere.command}" }
refunds:
  complete:
    request: POST ${driver.url}/complete/{refundId}?key=${elsewhere.driverQuery}
    headers: { X-Driver: ${elsewhere.driverHeader} }
    body: { key: ${elsewhere.driverBody} }
invites: { issue: { request: "POST ${target.url}/invites", token: /token } }
limits: { requirementTimeout: 3s, timeout: 2s, requestsPerSecond: 1000 }
`;

beforeAll(async () => {
  target = await echoingTarget(issued, "second@example.com");
  proxy = await proxyWith(`user:${elsewhere.proxyPassword}`);
  driver = await listening((_, response) => response.writeHead(500).end(elsewhere.driverBody));
  writeFileSync(join(cwd, "kadosei-conformance.yaml"), configuration());
  const address = proxy.url.replace("//", `//user:${elsewhere.proxyPassword}@`);
  const flags = [
    "--url",
    target.url,
    "--email",
    "first@example.com",
    "--verbose",
    "--report",
    "json=copy.json",
  ];
  const secrets = [
    "--password",
    planted.KADOSEI_PASSWORD,
    "--header",
    `X-Gateway-Key: ${planted.KADOSEI_HEADER_X_GATEWAY_KEY}`,
  ];
  const only = [
    "--only",
    "authentication/*,api-keys/*,token-forgery/*,isolation/*,onboarding/*,sessions/completes",
  ];
  const env = {
    SECOND: planted.KADOSEI_SECOND_PASSWORD,
    PROVIDER_KEY: planted.KADOSEI_PROVIDER_KEY,
    SHOP_REFERENCE: planted.KADOSEI_SHOP_REFERENCE,
    KADOSEI_PROXY: address,
  };
  const child = start([...flags, ...secrets, ...only], { cwd, env });
  const ended = end(child);
  const begun = once(child.stdout ?? child, "data");
  await Promise.race([begun, ended]);
  const titled = `/proc/${child.pid}/cmdline`;
  commandLine = existsSync(titled) ? readFileSync(titled, "utf8") : "";
  result = await ended;
  out = written(cwd);
  folder = join(cwd, "reports", readdirSync(join(cwd, "reports"))[0] ?? "");
}, 300_000);

afterAll(() => {
  for (const server of [target, proxy, driver]) server?.close();
});

/** The ways in which a secret may stand in a text: aligned in the three ways of base64 among them. */
function spellingsOf(secret: string): readonly string[] {
  const bytes = Buffer.from(secret);
  const aligned = [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString("base64")
      .replace(/=+$/, "");
    return text.slice(shift === 0 ? 0 : 4, -1);
  });
  const url = encodeURIComponent(secret);
  return [
    secret,
    url,
    url.replaceAll(/%../g, (escape) => escape.toLowerCase()),
    JSON.stringify(secret).slice(1, -1),
    ...aligned,
    ...aligned.map((text) => text.replaceAll("+", "-").replaceAll("/", "_")),
    bytes.toString("hex"),
  ];
}

const exchanges = (): readonly ExchangeRecord[] =>
  out.report.requirements.flatMap(({ violations }) => violations.flatMap(({ exchange }) => exchange ?? []));

describe("a run that was given secrets in every way", () => {
  test("found much to complain of, and says so", () => {
    expect(result.code).toBe(1);
    expect(out.report.summary.failed).toBeGreaterThan(10);
    expect(exchanges().length).toBeGreaterThan(100);
    expect(proxy.requests.length + target.requests.length).toBeGreaterThan(100);
  });

  test.each(Object.entries({ ...planted, ...elsewhere }))("tells %s nowhere", (_, secret) => {
    const copy = readFileSync(join(cwd, "copy.json"), "utf8");
    const told = [result.stdout, result.stderr, out.text, copy].join("\n");
    for (const spelled of spellingsOf(secret)) expect(told.includes(spelled)).toBe(false);
  });

  test("tells nothing that still says canary, as it is or decoded", () => {
    const told = [result.stdout, result.stderr, out.text].join("\n");
    const words = [...told.matchAll(/[\w+/-]{24,}/g)].map(([text]) =>
      Buffer.from(text, "base64").toString("latin1"),
    );
    const left = [
      told.replaceAll(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    ];
    const found = [...left, ...words].flatMap((text) => text.match(/.{0,40}canary-(?!first).{0,20}/g) ?? []);
    expect(found.slice(0, 5)).toEqual([]);
  });

  test("warns of those on the command line, and takes them out of the list of processes", () => {
    expect(result.stderr).toContain("--password (safer: KADOSEI_PASSWORD or the file)");
    expect(result.stderr).toContain("--header (safer: target.headers in the file, with ${VARIABLE})");
    expect(commandLine).not.toContain("canary");
  });

  test("writes for its owner's eyes only", () => {
    const files = [...readdirSync(folder).map((file) => join(folder, file)), join(cwd, "copy.json")];
    expect(files.map((file) => (statSync(file).mode & 0o777).toString(8))).toEqual(files.map(() => "600"));
  });

  test("prints curl lines that send the same again, once their variables are set", async () => {
    const address = proxy.url.replace("//", `//user:${elsewhere.proxyPassword}@`);
    const variables = Object.entries({ ...planted, KADOSEI_PROXY: address }).flatMap(([name, value]) => [
      [name, value],
      [`${name}_JSON`, JSON.stringify(value).slice(1, -1)],
      [`${name}_URLENCODED`, encodeURIComponent(value)],
    ]);
    const env = {
      PATH: process.env["PATH"] ?? "",
      ...(Object.fromEntries(variables) as Record<string, string>),
    };
    const byLine = new Map(exchanges().map((exchange) => [exchange.curl, exchange]));
    const whole = [...byLine].filter(([line]) => namesIn(line).every((name) => Object.hasOwn(env, name)));
    expect(whole.length).toBeGreaterThan(byLine.size / 2);
    const every = Math.ceil(whole.length / 60);
    for (const [line, { response }] of whole.filter((_, i) => i % every === 0)) {
      if (line.startsWith("#") || response === undefined) continue;
      const { stdout } = await promisify(execFile)("bash", ["-c", line], { env });
      const answer = stdout.slice(stdout.lastIndexOf("HTTP/1.1 200"));
      expect({ line, digest: /x-digest: (\w+)/.exec(answer)?.[1] }).toEqual({
        line,
        digest: response.headers.find(([name]) => name === "x-digest")?.[1],
      });
    }
  }, 120_000);
});

test("a driver's command that fails is told of, but neither the command nor its output", async () => {
  const alone = emptyFolder();
  writeFileSync(join(alone, "kadosei-conformance.yaml"), configuration());
  const env = { SECOND: "second-password-here", PROVIDER_KEY: "provider-key-here", SHOP_REFERENCE: "a" };
  const flags = ["--url", target.url, "--email", "first@example.com", "--only", "sessions/completes"];
  const { code, stdout, stderr } = await end(
    start(flags, { cwd: alone, env: { ...env, KADOSEI_PASSWORD: planted.KADOSEI_PASSWORD } }),
  );
  expect(code).toBe(3);
  expect(stdout).toContain("the command ended with code 1");
  expect([stdout, stderr, written(alone).text].join()).not.toMatch(/canary-(in|printed|on)/);
});

function namesIn(line: string): readonly string[] {
  return [...line.matchAll(/(?<!\\)\${?(KADOSEI_\w+)/g)].map(([, name = ""]) => name);
}
