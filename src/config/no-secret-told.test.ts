import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { enough, load, refusal } from "./settings.test-kit.ts";
import { ConfigurationError } from "./configuration-error.ts";

const secret = "hunter2-hunter2";

describe("a refusal repeats no secret", () => {
  const slips = [
    `merchant: { email: a@b.example, password:${secret} }`,
    `merchant: { email: a@b.example, ${secret} }`,
    `merchant:\n  password: ${secret}\n bad`,
    `merchant:\n  password: "${secret}\\q"`,
    `merchant:\n  password: *${secret}`,
    `merchant:\n  password: !${secret} x`,
    `merchant:\n  password: a: ${secret}`,
    `merchant:\n  password: [${secret}]`,
    `merchant:\n  password: |${secret}\n    x`,
    `merchant: ${secret}`,
    `target: https://user:${secret}@x.example`,
    `target: { url: "https://user:${secret}@x.example", proxy: "${secret}" }`,
    `target: { headers: { X-Token: ["${secret}"] } }`,
    `application: { apiKey: "ks_live_${secret}" }`,
    `application: "${secret}"`,
    `providers: [{ name: a, credentials: "${secret}" }]`,
    `invites: "${secret}"`,
    `claims: ["\${SECRET}"]`,
    `limits: { timeout: "\${SECRET}" }`,
    `checkout: { pay: { request: "POST ${secret}" } }`,
    `%${secret}`,
    `"${secret}`,
    secret,
  ];

  test.each(slips)("%s", (yaml) => {
    const error = refusal(yaml, { env: { SECRET: secret } });
    expect(inspect(error, { depth: 9, showHidden: true }).replace(error.stack ?? "", "")).not.toContain(
      secret,
    );
    expect(error.message).not.toContain(secret);
  });

  test("of flags and variables either", () => {
    const flags = {
      password: secret,
      apiKey: secret,
      url: `https://a:${secret}@b`,
      header: [secret],
      proxy: secret,
    };
    expect(refusal("", { flags }).message).not.toContain(secret);
    expect(refusal(enough, { env: { KADOSEI_PROXY: secret } }).message).not.toContain(secret);
  });
});

describe("whatever is written, only a ConfigurationError comes of it", () => {
  const attempt = (...args: Parameters<typeof load>) => {
    try {
      load(...args);
    } catch (error) {
      expect(error).toBeInstanceOf(ConfigurationError);
    }
  };

  test("any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (yaml) => attempt(yaml)),
      { numRuns: 200 },
    );
  });

  test("a sound file with a piece put anywhere", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ..."{}[]&*!|>%@`'\"#:-?,\t\n",
        "${",
        "${A}",
        "$${",
        "<<",
        "__proto__:",
        "---",
        "...",
        "\uF8D0",
      ),
      fc.string({ unit: "grapheme", maxLength: 8 }),
    );
    const yaml = `${enough}limits: { timeout: 5s }\nclaims: [core]\ninvites: [a]\n`;
    const place = fc.nat({ max: yaml.length });
    const property = fc.property(
      fc.array(fc.tuple(place, piece), { minLength: 1, maxLength: 4 }),
      (slips) => {
        const broken = slips.reduce((text, [at, slip]) => text.slice(0, at) + slip + text.slice(at), yaml);
        attempt(broken, { env: { A: "b" } });
      },
    );
    fc.assert(property, { numRuns: 500 });
  });

  test("any JSON in the place of any key", () => {
    const keys = ["target", "claims", "without", "merchant", "secondMerchant", "application", "providers"];
    const others = [
      "session",
      "checkout",
      "refunds",
      "clock",
      "receiver",
      "invites",
      "limits",
      "__proto__",
      "x",
    ];
    const tree = fc.dictionary(fc.constantFrom(...keys, ...others), fc.jsonValue({ maxDepth: 3 }));
    fc.assert(
      fc.property(tree, (value) => attempt(JSON.stringify(value))),
      { numRuns: 300 },
    );
  });

  test("any flags and variables", () => {
    const text = fc.option(fc.string({ unit: "binary" }), { nil: undefined });
    const names = [
      "KADOSEI_URL",
      "KADOSEI_CLAIMS",
      "KADOSEI_CA",
      "KADOSEI_RATE",
      "KADOSEI_CONFIG",
      "KADOSEI_SEED",
    ];
    const env = fc.dictionary(fc.constantFrom(...names), fc.string({ unit: "binary" }));
    const property = fc.property(text, text, fc.array(fc.string()), env, (url, ca, header, variables) => {
      const given = { ...(url === undefined ? {} : { url }), ...(ca === undefined ? {} : { ca }) };
      attempt(enough, { flags: { ...given, header }, env: variables });
    });
    fc.assert(property, { numRuns: 200 });
  });

  test("aliases that multiply and brackets that nest", () => {
    const lines = Array.from({ length: 30 }, (_, i) => `x${i + 1}: &a${i + 1} [*a${i}, *a${i}]`);
    attempt([`x0: &a0 [1]`, ...lines].join("\n"));
    attempt("[".repeat(20_000));
    attempt(`session: ${"[".repeat(3000)}${"]".repeat(3000)}`);
  });
});
