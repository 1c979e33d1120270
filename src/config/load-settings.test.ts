import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { layerOf } from "./layer.ts";
import { loadSettings } from "./load-settings.ts";
import { meansGiven } from "../model/index.ts";
import { enough, folderWith, load } from "./settings.test-kit.ts";

describe("precedence", () => {
  const env = {
    KADOSEI_URL: "https://environment.example",
    KADOSEI_CLAIMS: "core, refunds",
    KADOSEI_CONCURRENCY: "3",
    KADOSEI_SEED: "5",
  };
  const flags = { url: "https://flag.example", claims: ["core"], concurrency: "2", seed: "6" };

  test("a file alone is enough", () => {
    expect(load(enough)).toMatchObject({
      target: { url: "https://staging.example.com" },
      merchant: { email: "owner@example.com", password: "correct-horse-battery" },
    });
  });

  test("the environment beats the file, key by key", () => {
    expect(load(enough, { env })).toMatchObject({
      target: { url: "https://environment.example" },
      merchant: { email: "owner@example.com" },
      claims: ["core", "refunds"],
      limits: { concurrency: 3 },
      seed: 5,
    });
  });

  test("flags beat the environment", () => {
    expect(load(enough, { env, flags })).toMatchObject({
      target: { url: "https://flag.example" },
      claims: ["core"],
      limits: { concurrency: 2 },
      seed: 6,
    });
  });

  test("flags and environment are enough without a file", () => {
    const settings = loadSettings({
      cwd: "/",
      flags: { url: "https://flag.example", email: "owner@example.com" },
      env: { KADOSEI_PASSWORD: "correct-horse-battery" },
    });
    expect(settings.merchant.password).toBe("correct-horse-battery");
  });

  test("an empty variable says nothing", () => {
    expect(load(enough, { env: { KADOSEI_URL: "" } }).target.url).toBe("https://staging.example.com");
  });

  test("--config beats KADOSEI_CONFIG beats the file in the folder", () => {
    const cwd = folderWith(enough);
    const other = (name: string) => `${enough}limits: { concurrency: ${name} }`;
    writeFileSync(join(cwd, "one.yaml"), other("11"));
    writeFileSync(join(cwd, "two.yaml"), other("12"));
    const sources = { cwd, env: { KADOSEI_CONFIG: "one.yaml" } };
    expect(loadSettings(sources).limits.concurrency).toBe(11);
    expect(loadSettings({ ...sources, flags: { config: "two.yaml" } }).limits.concurrency).toBe(12);
  });

  test("a built-in layer takes the place of the file", () => {
    const entries = Object.entries({
      target: { url: "http://127.0.0.1:1" },
      merchant: { email: "self@example.com", password: "correct-horse-battery" },
    }).map(([name, value]) => ({ path: [name], value, place: "--self" }));
    const settings = loadSettings({ cwd: folderWith("not: [valid"), builtIn: layerOf(entries) });
    expect(settings.merchant.email).toBe("self@example.com");
  });
});

describe("defaults", () => {
  test("complete what is not said", () => {
    const { seed, ...settings } = load(enough);
    expect(seed).toBeLessThan(2 ** 32);
    expect(settings).toMatchObject({
      target: {
        basePath: "/api/v1",
        paths: { paymentMethods: "/payment-methods" },
        live: false,
        headers: {},
      },
      claims: ["core"],
      without: [],
      session: {},
      limits: {
        concurrency: 8,
        requestsPerSecond: 50,
        timeoutMs: 10_000,
        maxBodyBytes: 10_485_760,
        maxWaitMs: 30_000,
        requirementTimeoutMs: 120_000,
      },
      selection: { only: [], skip: [], suites: [] },
    });
    expect(settings.providers.map(({ name }) => name)).toEqual(["stripe", "adyen"]);
    for (const { credentials } of settings.providers) expect(credentials.apiKey.length).toBeGreaterThan(16);
  });

  test.each(["http://localhost:1", "http://127.0.0.1:1", "http://[::1]:1", "http://127.1:1"])(
    "%s is this machine: no rate",
    (url) => {
      expect(load(enough, { flags: { url } }).limits).not.toHaveProperty("requestsPerSecond");
    },
  );

  test("a rate can be lifted elsewhere, and set here", () => {
    expect(load(enough, { flags: { rate: "unlimited" } }).limits).not.toHaveProperty("requestsPerSecond");
    const flags = { url: "http://localhost:1", rate: "2.5" };
    expect(load(enough, { flags }).limits.requestsPerSecond).toBe(2.5);
  });

  test("each run draws its seed", () => {
    expect(new Set([1, 2, 3].map(() => load(enough).seed)).size).toBeGreaterThan(1);
  });
});

describe("the target's URL", () => {
  test.each([
    ["https://host.example", "https://host.example"],
    ["https://host.example/", "https://host.example"],
    ["https://host.example/payments", "https://host.example/payments"],
    ["https://host.example/payments/", "https://host.example/payments"],
    ["https://host.example/api/v1", "https://host.example"],
    ["https://host.example/payments/api/v1/", "https://host.example/payments"],
    ["https://host.example:8443/api/v10", "https://host.example:8443/api/v10"],
    ["HTTPS://Host.Example", "https://host.example"],
  ])("%s is taken as %s", (url, expected) => {
    expect(load(enough, { flags: { url } }).target).toMatchObject({ url: expected, basePath: "/api/v1" });
  });

  test("the base path can be another or none", () => {
    const yaml = (basePath: string) => enough.replace("merchant:", `  basePath: ${basePath}\nmerchant:`);
    expect(load(yaml("/v2/")).target.basePath).toBe("/v2");
    expect(load(yaml("/")).target).toMatchObject({ url: "https://staging.example.com", basePath: "" });
  });
});

describe("variables", () => {
  const withPassword = (text: string) => enough.replace("correct-horse-battery", () => text);

  test.each([
    ["${SECRET}", "s3cret: #'\"{}"],
    ['"${SECRET}"', "s3cret: #'\"{}"],
    ["a-${SECRET}-b", "a-s3cret: #'\"{}-b"],
    ["$${SECRET}", "${SECRET}"],
    ["$5.00", "$5.00"],
  ])("%s becomes %s", (text, expected) => {
    const env = { SECRET: "s3cret: #'\"{}" };
    expect(load(withPassword(text), { env }).merchant.password).toBe(expected);
  });

  test("may stand inside braces, as in the design's example", () => {
    const yaml = "target: { url: https://a.example }\nmerchant: { email: a@b.example, password: ${SECRET} }";
    expect(load(yaml, { env: { SECRET: "x}y" } }).merchant.password).toBe("x}y");
  });

  test("become numbers only where a number is asked for", () => {
    const yaml = `${withPassword("${N}")}limits: { concurrency: \${N} }`;
    const settings = load(yaml, { env: { N: "12" } });
    expect(settings.merchant.password).toBe("12");
    expect(settings.limits.concurrency).toBe(12);
  });

  test("are left alone in names and comments", () => {
    const yaml = `${enough}session: { "\${NAME}": 1 } # \${COMMENT}`;
    expect(load(yaml).session).toEqual({ "${NAME}": 1 });
  });
});

describe("details", () => {
  test("a certificate authority lies beside where it was named", () => {
    const pem = "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n";
    const cwd = folderWith(`${enough.replace("merchant:", "  tls: { ca: ca.pem }\nmerchant:")}`, "far.yaml");
    writeFileSync(join(cwd, "ca.pem"), pem);
    const config = join(cwd, "far.yaml");
    expect(loadSettings({ cwd: "/", flags: { config } }).target.tls.ca).toBe(join(cwd, "ca.pem"));
    writeFileSync(join(cwd, "other.pem"), pem);
    expect(loadSettings({ cwd, flags: { config, ca: "other.pem" } }).target.tls.ca).toBe(
      join(cwd, "other.pem"),
    );
  });

  test("headers of flags and file meet", () => {
    const yaml = enough.replace("merchant:", "  headers: { X-One: '1', X-Two: '2' }\nmerchant:");
    const { headers } = load(yaml, { flags: { header: ["X-Two: two: 2", "X-Three:3"] } }).target;
    expect(headers).toEqual({ "X-One": "1", "X-Two": "two: 2", "X-Three": "3" });
  });

  test("durations and sizes have units", () => {
    const limits = "limits: { timeout: 500ms, maxWait: 2m, requirementTimeout: 1.5s, maxBody: 512KiB }";
    expect(load(enough + limits).limits).toMatchObject({
      timeoutMs: 500,
      maxWaitMs: 120_000,
      requirementTimeoutMs: 1500,
      maxBodyBytes: 524_288,
    });
  });

  test("invites are a step or a list", () => {
    expect(load(`${enough}invites: [one, two]`).invites).toEqual({ tokens: ["one", "two"] });
    const issue = { command: "./invite.sh" };
    expect(load(`${enough}invites: { issue: { command: ./invite.sh } }`).invites).toEqual({ issue });
  });

  test("the means given are told", () => {
    const yaml = `${enough}clock: { advance: { command: x } }\ninvites: [one]`;
    expect(meansGiven(load(yaml, { flags: { waitForExpiry: true } }))).toEqual([
      "clock",
      "invites",
      "waitForExpiry",
    ]);
  });

  test("the example configuration is valid", () => {
    const example = createRequire(import.meta.url).resolve("#fixtures/kadosei-conformance.example.yaml");
    const env = {
      KADOSEI_PASSWORD: "correct-horse-battery",
      KADOSEI_SECOND_PASSWORD: "correct-horse-battery",
    };
    const settings = load(readFileSync(example, "utf8"), { env });
    expect(meansGiven(settings)).toEqual(["clock", "checkout", "refundFailure", "secondMerchant", "invites"]);
  });
});
