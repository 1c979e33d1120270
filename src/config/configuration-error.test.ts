import { describe, expect, test } from "vitest";
import { enough, refusal } from "./settings.test-kit.ts";
import type { SettingsSources } from "./load-settings.ts";

const file = "kadosei-conformance.yaml";

/** Each: what is added to a sound file, and the one problem it has to be refused for. */
const problems: readonly (readonly [added: string, problem: string])[] = [
  ["clams: [core]", `${file}:7:1: unknown key \`clams\`; did you mean \`claims\`?`],
  ["url: https://x.example", `${file}:7:1: unknown key \`url\`; did you mean \`target.url\`?`],
  [
    "limits: { timeOut: 5s }",
    `${file}:7:11: unknown key \`timeOut\` in \`limits\`; did you mean \`limits.timeout\`?`,
  ],
  ["reports: []", `${file}:7:1: unknown key \`reports\`; known here: target, claims,`],
  ["expectedFailures: [{ id: a/b }]", `${file}:7:19: \`expectedFailures[0]\` needs \`because\``],
  ['expectedFailures: [{ id: a/b, because: " " }]', `must be a reason in words`],
  ["expectedFailures: [{ id: a/*, because: x }]", `7:26: \`expectedFailures[0].id\` must be the id of one`],
  ["expectedFailures: [{ id: a/b, because: x, until: soon }]", "must be a day such as 2027-01-31, not soon"],
  [
    "expectedFailures: [{ id: a/b, because: x, until: 2027-02-30 }]",
    `${file}:7:50: \`expectedFailures[0].until\` is a day that no calendar has`,
  ],
  [
    "expectedFailures:\n  - { id: a/b, because: x }\n  - { id: a/b, because: y }",
    `${file}:9:11: \`expectedFailures[1].id\` occurs twice`,
  ],
  ["claims: core", `${file}:7:9: \`claims\` must be an array, not core`],
  ["claims: []", `${file}:7:9: \`claims\` must be an array that is not empty, not an empty list`],
  ["claims: [core, provider]", `${file}:7:16: \`claims[1]\` must be`],
  ["claims: [core, provider]", "not provider; did you mean `providers`?"],
  ["claims: [refunds]", `${file}:7:9: \`claims\` must include core`],
  ["without:\n  - clok", `${file}:8:5: \`without[0]\` must be`],
  [
    "limits:\n  timeout: 10",
    `${file}:8:12: \`limits.timeout\` must be a duration such as 10s, 500ms or 2m, not 10`,
  ],
  ["limits: { timeout: 0s }", `${file}:7:20: \`limits.timeout\` must be a duration`],
  [
    "limits: { maxBody: 10MB }",
    `${file}:7:20: \`limits.maxBody\` must be a size such as 10MiB or 512KiB, not 10MB`,
  ],
  ["limits: { concurrency: 0 }", `${file}:7:24: \`limits.concurrency\` must be 1 or more, not 0`],
  [
    "limits: { requestsPerSecond: lots }",
    `${file}:7:30: \`limits.requestsPerSecond\` must be a number of requests`,
  ],
  [
    "application: { apiKey: ks_test_x }",
    `${file}:7:24: \`application.apiKey\` needs its application's id: give \`--application`,
  ],
  ["application: { id: x }", `${file}:7:20: \`application.id\` needs one of its API keys`],
  ["application: { id: x, apiKey: ks_live_x }", `${file}:7:31: \`application.apiKey\` is a live key`],
  [
    "secondMerchant: { email: Owner@example.com, password: x }",
    `${file}:7:26: \`secondMerchant.email\` is the first`,
  ],
  ["secondMerchant: { email: b@b.example }", `${file}:7:1: \`secondMerchant\` needs \`password\``],
  [
    "clock: { advance: { command: x } }\nwithout: [clock]",
    `${file}:8:11: \`without\` names clock, but \`clock\` is given (${file}:7:1)`,
  ],
  [
    "checkout: { pay: { request: /pay } }",
    `${file}:7:29: \`checkout.pay.request\` must be a method and an absolute URL`,
  ],
  [
    "checkout: { pay: { command: x, body: 1 } }",
    `${file}:7:38: \`checkout.pay.body\` cannot stand beside \`command\``,
  ],
  ["checkout: { pay: {} }", `${file}:7:13: \`checkout.pay\` needs \`request\``],
  ["checkout: { decline: { command: x } }", `${file}:7:1: \`checkout\` needs \`pay\``],
  ["refunds: {}", `${file}:7:10: \`refunds\``],
  [
    "receiver: { listen: 80, publicUrl: http://x.example }",
    `${file}:7:36: \`receiver.publicUrl\` must be an absolute https URL`,
  ],
  ["invites: [1]", `${file}:7:11: \`invites[0]\` must be a string, not a number (put it in quotes)`],
  [
    "providers: [{ name: a, paymentMethods: [card] }]",
    `${file}:7:12: \`providers[0]\` needs \`credentials\``,
  ],
  ["session: card", `${file}:7:10: \`session\` must be an object`],
  ["session:", `${file}:7:9: \`session\` must be an object, not nothing`],
  ["session: { a: ${UNSET} }", `${file}:7:15: \`session.a\`: the environment variable UNSET is not set`],
  ["session: { a: ${EMPTY} }", `${file}:7:15: \`session.a\`: the environment variable EMPTY is empty`],
  ["session: { a: ${UNSET:-b} }", `${file}:7:15: \`session.a\`: \`\${…}\` must hold the name`],
  ["session: { a: *b }", `${file}:7:15: an alias (\`*name\`) without its anchor`],
  ["session: [", `${file}:7:11: the indentation does not fit the lines around, or a bracket`],
  ["merchant: {}", `${file}:7:1: the key occurs twice`],
  ["session: &a { b: *a }", `${file}: an alias (\`*name\`) leads back to itself`],
];

describe("a configuration file is refused", () => {
  test.each(problems)("%s", (added, problem) => {
    expect(refusal(enough + added, { env: { EMPTY: "" } }).message).toContain(problem);
  });

  test("with every problem at once", () => {
    const error = refusal(`clams: 1\nlimits: { timeout: 1 }\n`, { flags: { seed: "x", header: ["y"] } });
    expect(error.code).toBe("invalid-configuration");
    expect(error.hint).not.toBe("");
    expect(error.problems.map(({ where }) => where)).toEqual([
      "--header",
      "--seed",
      `${file}:1:1`,
      `${file}:2:20`,
      "target.url",
      "merchant.email",
      "merchant.password",
    ]);
  });

  test("when it is not there, not readable, or no map", () => {
    const missing = refusal("", { flags: { config: "missing.yaml" } });
    expect(missing).toMatchObject({ code: "unreadable-file", cause: { code: "ENOENT" } });
    expect(missing.message).toBe("missing.yaml: the configuration file cannot be read (ENOENT)");
    expect(refusal("", { env: { KADOSEI_CONFIG: "." } }).code).toBe("unreadable-file");
    expect(refusal("- a").code).toBe("invalid-yaml");
  });
});

describe("flags and variables are refused", () => {
  const wrong: readonly (readonly [SettingsSources, problem: string])[] = [
    [{ flags: { url: "staging.example.com" } }, "--url: `target.url` must be an absolute http(s) URL"],
    [{ flags: { url: "ftp://x.example" } }, "--url: `target.url` must be an absolute http(s) URL"],
    [{ flags: { url: "http:x" } }, "--url: `target.url` must be an absolute http(s) URL"],
    [
      { env: { KADOSEI_URL: "https://u:p@x.example" } },
      "KADOSEI_URL: `target.url` must not hold credentials",
    ],
    [{ flags: { url: "https://x.example/?a" } }, "--url: `target.url` must not have a query"],
    [{ flags: { url: "https://x.example/#a" } }, "--url: `target.url` must not have a fragment"],
    [{ flags: { email: "owner" } }, "--email: `merchant.email` must be an e-mail address"],
    [{ flags: { claims: ["core", "bogus"] } }, "--claims: `claims[1]` must be"],
    [{ env: { KADOSEI_WITHOUT: "clock,stock" } }, "KADOSEI_WITHOUT: `without[1]` must be"],
    [
      { flags: { concurrency: "many" } },
      "--concurrency: `limits.concurrency` must be a whole number, not many",
    ],
    [{ env: { KADOSEI_RATE: "-1" } }, "KADOSEI_RATE: `limits.requestsPerSecond` must be more than 0, not -1"],
    [{ env: { KADOSEI_TIMEOUT: "5" } }, "KADOSEI_TIMEOUT: `limits.timeout` must be a duration"],
    [{ env: { KADOSEI_SEED: "4294967296" } }, "KADOSEI_SEED: must be a whole number from 0 to 4294967295"],
    [{ flags: { seed: "" } }, "--seed: must be a whole number"],
    [{ flags: { ca: "missing.pem" } }, "--ca: `target.tls.ca` names a file that cannot be read"],
    [{ flags: { ca: file } }, "--ca: `target.tls.ca` names a file without a PEM certificate"],
    [{ flags: { proxy: "localhost:3128" } }, "--proxy: `target.proxy` must be an absolute http(s) URL"],
    [{ flags: { header: ["Authorization: x"] } }, "--header: the header Authorization is the run's own"],
    [{ flags: { header: ["Bad Name: x"] } }, "--header: a header name is made of"],
    [
      { flags: { header: ["X-A: a\r\nX-B: b"] } },
      "--header: `target.headers.X-A` must be text without line breaks",
    ],
    [{ flags: { apiKey: "ks_test_x" } }, "--api-key: `application.apiKey` needs its application's id"],
    [
      { flags: { waitForExpiry: true, without: ["waitForExpiry"] } },
      "--without: `without` names waitForExpiry",
    ],
  ];

  test.each(wrong)("%j", (sources, problem) => {
    expect(refusal(enough, sources).message).toContain(problem);
  });

  test("an expected failure of no requirement is refused with its place, where the requirements are known", () => {
    const yaml = `${enough}expectedFailures: [{ id: one/frist, because: x }, { id: nothing/alike, because: y }]`;
    const { problems: found } = refusal(yaml, { ids: ["one/first", "two/second"] });
    expect(found).toEqual([
      {
        where: `${file}:7:26`,
        what: "`expectedFailures[0].id` names no requirement; did you mean `one/first`?",
      },
      {
        where: `${file}:7:57`,
        what: "`expectedFailures[1].id` names no requirement; `kadosei-conformance list` shows them all",
      },
    ]);
  });

  test("a live key is fine here, or on purpose", () => {
    const application = { apiKey: "ks_live_x", application: "x" };
    expect(() => refusal(enough, { flags: { ...application, url: "http://localhost:1" } })).toThrow(
      "nothing",
    );
    const live = enough.replace("merchant:", "  live: true\nmerchant:");
    expect(() => refusal(live, { flags: application })).toThrow("nothing");
  });
});
