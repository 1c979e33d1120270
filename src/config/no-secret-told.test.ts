import { inspect } from "node:util";
import * as fc from "fast-check";
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
  const attempt = (...sources: Parameters<typeof load>) => {
    try {
      load(...sources);
    } catch (error) {
      if (!(error instanceof ConfigurationError)) throw error;
    }
  };
  const counterexample = <T>(property: fc.IProperty<T>, numRuns: number) =>
    fc.check(property, { numRuns }).counterexample;

  test("any text", () => {
    expect(
      counterexample(
        fc.property(fc.string({ unit: "binary" }), (yaml) => attempt(yaml)),
        200,
      ),
    ).toBeNull();
  });

  test("a sound file with a piece put anywhere", () => {
    const signs = [
      ..."{}[]&*!|>%@`'\"#:-?,\t\n",
      "${",
      "${A}",
      "$${",
      "<<",
      "__proto__:",
      "---",
      "...",
      "\uF8D0",
    ];
    const piece = fc.oneof(fc.constantFrom(...signs), fc.string({ unit: "grapheme", maxLength: 8 }));
    const yaml = `${enough}limits: { timeout: 5s }\nclaims: [core]\ninvites: [a]\n`;
    const slips = fc.array(fc.tuple(fc.nat({ max: yaml.length }), piece), { minLength: 1, maxLength: 4 });
    const broken = (text: string, [at, slip]: [number, string]) => text.slice(0, at) + slip + text.slice(at);
    expect(
      counterexample(
        fc.property(slips, (made) => attempt(made.reduce(broken, yaml), { env: { A: "b" } })),
        500,
      ),
    ).toBeNull();
  });

  test("any JSON in the place of any key", () => {
    const keys = "target claims without merchant secondMerchant application providers session checkout";
    const others = "refunds clock receiver invites limits __proto__ x";
    const names = `${keys} ${others}`.split(" ");
    const tree = fc.dictionary(fc.constantFrom(...names), fc.jsonValue({ maxDepth: 3 }));
    expect(
      counterexample(
        fc.property(tree, (value) => attempt(JSON.stringify(value))),
        300,
      ),
    ).toBeNull();
  });

  test("any flags and variables", () => {
    const text = fc.string({ unit: "binary" });
    const variables = "KADOSEI_URL KADOSEI_CLAIMS KADOSEI_CA KADOSEI_RATE KADOSEI_CONFIG KADOSEI_SEED".split(
      " ",
    );
    const env = fc.dictionary(fc.constantFrom(...variables), text);
    const flags = fc.record(
      { url: text, ca: text, seed: text, header: fc.array(text) },
      { requiredKeys: [] },
    );
    expect(
      counterexample(
        fc.property(flags, env, (given, set) => attempt(enough, { flags: given, env: set })),
        200,
      ),
    ).toBeNull();
  });

  const lines = Array.from({ length: 30 }, (_, i) => `x${i + 1}: &a${i + 1} [*a${i}, *a${i}]`);

  test.each([
    ["aliases that multiply", ["x0: &a0 [1]", ...lines].join("\n")],
    ["brackets that open", "[".repeat(20_000)],
    ["brackets that nest", `${enough}session: { a: ${"[".repeat(3000)}${"]".repeat(3000)} }`],
  ])("%s", (_, yaml) => {
    expect(() => attempt(yaml)).not.toThrow();
  });
});
