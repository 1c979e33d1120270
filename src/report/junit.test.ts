import { execFileSync, spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import type { RunEnd, RunHeader, RequirementResult } from "../model/index.ts";
import { exampleExchange, exampleResult, exampleRun, exampleViolation } from "./example-run.test-kit.ts";
import { reportOf } from "./fold.ts";
import { renderJunit } from "./junit.ts";

const hasXmllint = spawnSync("xmllint", ["--version"]).status === 0;

const hostile = 'a]]><x> & "quoted"\t\r\n\u0000\u001b[2J\ud800\ufffe\u{1f4b6}';

const failed = exampleResult("idempotency/replay-creates-nothing", {
  verdict: "failed",
  reason: "unstable: 1 of 3",
  violations: [exampleViolation()],
});

const varied = exampleResult("idempotency/key-is-uuid-v4", {
  verdict: "failed",
  variants: [
    { name: "nil", verdict: "passed", durationMs: 2, violations: [] },
    { name: "braces", verdict: "failed", durationMs: 3, violations: [exampleViolation()] },
    { name: hostile, verdict: "skipped", reason: hostile, durationMs: 0, violations: [] },
  ],
});

const everything = [
  exampleResult("sessions/creates", { notes: [hostile] }),
  failed,
  varied,
  exampleResult("authentication/challenges", { verdict: "warned", violations: [exampleViolation()] }),
  exampleResult("sessions/expires", { verdict: "skipped", reason: "needs a clock" }),
  exampleResult("sessions/completes", { verdict: "blocked", reason: hostile }),
  exampleResult("sessions/reads-back", { verdict: "errored", reason: "TypeError: x is undefined" }),
  exampleResult("idempotency/key-case", { verdict: "noted", level: "MAY", notes: ["another key"] }),
  exampleResult("sessions/unknown-id", {
    verdict: "failed",
    violations: [
      exampleViolation({
        actual: hostile,
        exchange: exampleExchange({ failure: { kind: "closed", message: hostile }, curl: hostile }),
      }),
    ],
  }),
];

function junit(
  results: readonly RequirementResult[],
  run?: Partial<RunHeader>,
  end?: Partial<RunEnd>,
): string {
  return renderJunit(reportOf(exampleRun(results, { run: run ?? {}, end: end ?? {} })));
}

function casesIn(xml: string): Node[] {
  return parsed(xml).children.flatMap((suite) => suite.children.filter(({ name }) => name === "testcase"));
}

describe("junit.xml", () => {
  it("stays within what the schemas of Jenkins allow", () => {
    for (const results of [[], [failed], everything])
      expect(schemaFaults(parsed(junit(results, {}, { reasons: [hostile] })))).toEqual([]);
  });

  it.skipIf(!hasXmllint)("is well-formed to xmllint", () => {
    const input = junit(everything, {}, { reasons: [hostile] });
    expect(() => execFileSync("xmllint", ["--noout", "-"], { input, stdio: "pipe" })).not.toThrow();
  });

  it("has one test case for each requirement, or for each of its variants", () => {
    const names = casesIn(junit([failed, varied])).map(({ attributes }) => attributes["name"]);
    expect(names).toEqual([
      "idempotency/replay-creates-nothing",
      "idempotency/key-is-uuid-v4 [nil]",
      "idempotency/key-is-uuid-v4 [braces]",
      expect.stringContaining("idempotency/key-is-uuid-v4 [a]]><x>"),
    ]);
  });

  it("lets no failure vanish behind variants that passed", () => {
    const hidden = { ...varied, violations: [exampleViolation({ where: "elsewhere" })] };
    expect(casesIn(junit([hidden]))).toHaveLength(4);
    const unexplained = { ...varied, variants: varied.variants.slice(0, 1) };
    expect(casesIn(junit([unexplained]))).toHaveLength(2);
  });

  it("counts in its attributes what its elements say", () => {
    const root = parsed(junit(everything));
    for (const suite of root.children) {
      const having = (child: string) =>
        suite.children.filter((one) => one.children.some(({ name }) => name === child)).length;
      expect(Number(suite.attributes["tests"])).toBe(
        suite.children.filter(({ name }) => name === "testcase").length,
      );
      expect(Number(suite.attributes["failures"])).toBe(having("failure"));
      expect(Number(suite.attributes["errors"])).toBe(having("error"));
      expect(Number(suite.attributes["skipped"])).toBe(having("skipped"));
    }
    expect(root.attributes).toMatchObject({ tests: "11", failures: "3", errors: "1" });
  });

  it("says why something was not judged, without blaming it", () => {
    const blocked = exampleResult("a/b", { verdict: "blocked", reason: "login refused" });
    expect(junit([blocked])).toContain("<skipped>blocked: login refused</skipped>");
    expect(junit([blocked], {}, { outcome: "not-judged" })).toContain('name="outcome" value="not-judged"');
  });

  it("fails a warning under --strict only", () => {
    const warned = exampleResult("a/b", {
      verdict: "warned",
      level: "SHOULD",
      violations: [exampleViolation()],
    });
    expect(junit([warned])).not.toContain("<failure");
    expect(junit([warned], { strict: true })).toContain('<failure type="SHOULD"');
  });

  it("explains a failure and how to see it again", () => {
    const [one] = casesIn(junit([failed]));
    const [failure, output] = one?.children ?? [];
    expect(failure?.attributes["message"]).toContain("/sessionId: expected the session of the first request");
    expect(failure?.attributes["message"]).toContain("(unstable: 1 of 3)");
    for (const fact of [
      "[[PROPERTY|id=idempotency/replay-creates-nothing]]",
      "[[PROPERTY|level=MUST]]",
      "[[PROPERTY|source=A · About the API · https://docs.kadosei.com/about-the-api]]",
      "POST https://staging.example.com/api/v1/sessions → 201 in 12 ms",
      '> {"amount":{"total":140.76}}',
      '< {"sessionId":"91cc","status":"PENDING"}',
      "curl: curl -X POST",
      "reproduce: npx kadosei-conformance --only idempotency/replay-creates-nothing --seed 42",
    ])
      expect(output?.text).toContain(fact);
  });

  it("names id, level and source of every requirement as properties of its suite", () => {
    const xml = junit([failed]);
    expect(xml).toContain('<property name="id" value="idempotency/replay-creates-nothing"/>');
    expect(xml).toContain('<property name="level" value="MUST"/>');
    expect(xml).toContain('<property name="source" value="A · ');
  });

  it("writes a document even when nothing was judged", () => {
    const xml = junit([], {}, { outcome: "not-judged", reasons: ["the target refused the connection"] });
    expect(xml).toContain("<system-err>the target refused the connection</system-err>");
  });
});

/** What a reader sees of an element. */
interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
  text: string;
}

/** Reads the plain XML that we write: no comments, no CDATA, no namespaces. Refuses whatever else it meets. */
function parsed(xml: string): Node {
  const token = /<(\/?)([\w-]+)((?: [\w-]+="[^"<]*")*)(\/?)>|([^<]+)/gy;
  const document: Node = { name: "", attributes: {}, children: [], text: "" };
  const open = [document];
  token.lastIndex = xml.indexOf("?>") + 2;
  while (token.lastIndex < xml.length) {
    const match = token.exec(xml);
    const parent = open.at(-1);
    if (!match || !parent) throw new Error("not well-formed");
    const [, closing, name = "", fields = "", empty, text] = match;
    if (text !== undefined) parent.text += unescaped(text);
    else if (closing) {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes something else`);
    } else {
      const node: Node = { name, attributes: attributesIn(fields), children: [], text: "" };
      parent.children.push(node);
      if (!empty) open.push(node);
    }
  }
  const [root] = document.children;
  if (!root || document.children.length > 1 || open.length > 1) throw new Error("not one root");
  return root;
}

function attributesIn(fields: string): Record<string, string> {
  return Object.fromEntries(
    [...fields.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, unescaped(value ?? "")]),
  );
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d+)|(\w+));|&/g, (_, code, name) => {
    if (code) return String.fromCodePoint(Number(code));
    const character = entities[name];
    if (character === undefined) throw new Error("a bare &");
    return character;
  });
}

interface Rule {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** The names of the children, each followed by a space. */
  readonly children: RegExp;
}

const text: Rule = { required: [], optional: [], children: /^$/ };
const complaint: Rule = { required: [], optional: ["type", "message"], children: /^$/ };

/** What `jenkins-junit.xsd` and `junit-10.xsd` both allow. */
const grammar: Readonly<Record<string, Rule>> = {
  testsuites: {
    required: [],
    optional: ["name", "time", "tests", "failures", "errors"],
    children: /^(testsuite )*$/,
  },
  testsuite: {
    required: ["name", "tests", "failures", "errors"],
    optional: ["time", "skipped", "timestamp", "hostname", "id", "package"],
    children: /^(properties )?(testcase )*(system-out )?(system-err )?$/,
  },
  properties: { required: [], optional: [], children: /^(property )+$/ },
  property: { required: ["name", "value"], optional: [], children: /^$/ },
  testcase: {
    required: ["name"],
    optional: ["time", "classname"],
    children: /^(skipped )?(error )*(failure )*(system-out )*(system-err )*$/,
  },
  skipped: text,
  error: complaint,
  failure: complaint,
  "system-out": text,
  "system-err": text,
};

function schemaFaults(node: Node): string[] {
  const rule = grammar[node.name];
  if (!rule) return [`no element ${node.name}`];
  const names = Object.keys(node.attributes);
  const children = node.children.map(({ name }) => `${name} `).join("");
  const { time } = node.attributes;
  return [
    ...rule.required.filter((name) => !names.includes(name)).map((name) => `${node.name} lacks ${name}`),
    ...names
      .filter((name) => !rule.required.includes(name) && !rule.optional.includes(name))
      .map((name) => `${node.name} has ${name}`),
    ...(rule.children.test(children) ? [] : [`${node.name} holds ${children}`]),
    ...(time === undefined || /^\d+\.\d{3}$/.test(time) ? [] : [`time ${time}`]),
    ...node.children.flatMap(schemaFaults),
  ];
}
