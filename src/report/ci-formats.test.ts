import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { Ajv, type ValidateFunction } from "ajv";
import ajvFormats from "ajv-formats";
import * as fc from "fast-check";
import type { Log } from "sarif";
import { Parser } from "tap-parser";
import { describe, expect, test } from "vitest";
import { type RunReport, type Summary, verdicts } from "../model/index.ts";
import { exampleExchange, exampleResult, exampleRun, exampleViolation } from "./example-run.test-kit.ts";
import { reportOf } from "./fold.ts";
import { type FormatName, formats } from "./formats.ts";
import { randomResults } from "./random-run.test-kit.ts";

const { resolve } = createRequire(import.meta.url);

const outcomes = fc.constantFrom("conformant", "conformant-in-part", "non-conformant", "not-judged");

const reports = fc
  .tuple(randomResults, fc.boolean(), outcomes, fc.string({ unit: "binary" }))
  .map(([judged, strict, outcome, reason]) =>
    reportOf(
      exampleRun(judged, { run: { strict, without: ["clock"] }, end: { outcome, reasons: [reason] } }),
    ),
  );

/** Whatever run it is, the format is what its readers take. */
function forEveryRun(format: FormatName, judge: (text: string, report: RunReport) => void): void {
  fc.assert(fc.property(reports, (report) => judge(formats[format].render(report), report)));
}

/** Counts that a line tells, such as `5 failed, 3 warned`. */
function toldIn(line: string): Partial<Record<string, number>> {
  const found = verdicts.map((verdict) => [
    verdict,
    Number(new RegExp(`(\\d+) ${verdict}`).exec(line)?.[1] ?? 0),
  ]);
  return Object.fromEntries(found) as Partial<Record<string, number>>;
}

function countsOf(summary: Summary): Partial<Record<string, number>> {
  return Object.fromEntries(verdicts.map((verdict) => [verdict, summary[verdict]]));
}

function countedBy(rows: readonly { readonly verdict: string }[]): Partial<Record<string, number>> {
  return Object.fromEntries(
    verdicts.map((verdict) => [verdict, rows.filter((row) => row.verdict === verdict).length]),
  );
}

const isWrong = ({ requirements, strict }: RunReport) =>
  requirements.filter(({ verdict }) => verdict === "failed" || (strict && verdict === "warned")).length;

describe("ctrf", () => {
  const schema = path.join(path.dirname(resolve("ctrf")), "ctrf-schema-0.0.json");
  const isCtrf = compiled(JSON.parse(readFileSync(schema, "utf8")) as object);

  test("is what the schema of ctrf.io allows, with the same counts", () => {
    forEveryRun("ctrf", (text, report) => {
      const document = JSON.parse(text) as {
        results: { summary: { failed: number }; tests: { rawStatus: string }[] };
      };
      isCtrf(document);
      expect(isCtrf.errors ?? []).toEqual([]);
      const rows = document.results.tests.map(({ rawStatus }) => ({ verdict: rawStatus }));
      expect(countedBy(rows)).toEqual(countsOf(report.summary));
      expect(document.results.summary.failed).toBe(isWrong(report));
    });
  });
});

describe("sarif", () => {
  test("accuses of what failed or warned, and counts the rest", () => {
    forEveryRun("sarif", (text, report) => {
      const { version, runs } = JSON.parse(text) as Log;
      const [run] = runs;
      const results = run?.results ?? [];
      const rules = new Set(run?.tool.driver.rules?.map(({ id }) => id));
      expect(version).toBe("2.1.0");
      expect(run?.properties?.["requirements"]).toEqual(report.summary);
      const accused = new Map(results.map(({ ruleId, properties }) => [ruleId, properties?.["verdict"]]));
      for (const verdict of ["failed", "warned"] as const)
        expect([...accused.values()].filter((one) => one === verdict)).toHaveLength(report.summary[verdict]);
      for (const result of results) expectPlaced(result, rules);
    });
  });

  /** What code scanning refuses a file for lacking (GitHub Docs, "SARIF support for code scanning"). */
  function expectPlaced(result: NonNullable<Log["runs"][0]["results"]>[0], rules: ReadonlySet<string>): void {
    expect(rules).toContain(result.ruleId);
    expect(result.message.text).not.toBe("");
    const place = result.locations?.[0]?.physicalLocation;
    expect(place?.artifactLocation?.uri).toMatch(/^[^/]/);
    expect(place?.region?.startLine).toBe(1);
    expect(["error", "warning"]).toContain(result.level);
  }
});

describe("har", () => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  ajvFormats.default(ajv);
  ajv.addMetaSchema(
    JSON.parse(readFileSync(resolve("ajv/dist/refs/json-schema-draft-06.json"), "utf8")) as object,
  );
  const schemas = (createRequire(import.meta.url)("har-schema") ?? {}) as Record<string, object>;
  for (const schema of Object.values(schemas)) ajv.addSchema(schema);
  const isHar = ajv.getSchema("har.json#");

  test("is what the schema of HAR 1.2 allows, with the same counts", () => {
    expect(isHar).toBeDefined();
    forEveryRun("har", (text, report) => {
      const document = JSON.parse(text) as {
        log: { comment: string; entries: { _requirement: string; _verdict: string }[] };
      };
      isHar?.(document);
      expect(isHar?.errors ?? []).toEqual([]);
      expect(toldIn(document.log.comment)).toEqual(countsOf(report.summary));
      for (const { _verdict: verdict } of document.log.entries)
        expect(["failed", "warned"]).toContain(verdict);
    });
  });

  test("keeps bodies short, and an exchange without an answer", () => {
    const failure = { kind: "timeout", message: "no answer in 10 s" } as const;
    const { response: _, ...lost } = exampleExchange({ failure });
    const big = exampleExchange({ response: { status: 200, headers: [], body: "x".repeat(100_000) } });
    const violations = [exampleViolation({ exchange: lost }), exampleViolation({ exchange: big })];
    const odd = exampleExchange();
    const request = { ...odd.request, url: "https://host.example/a b/%zz/%00?q=1&r" };
    const failed = exampleResult("sessions/creates", {
      verdict: "failed",
      violations: [...violations, exampleViolation({ exchange: { ...odd, request } })],
    });
    const text = formats.har.render(reportOf(exampleRun([failed])));
    const { log } = JSON.parse(text) as {
      log: { entries: { request: { url: string }; response: { status: number } }[] };
    };
    expect(log.entries.map(({ response }) => response.status)).toEqual([0, 200, 201]);
    expect(log.entries[2]?.request.url).toBe("https://host.example/a%20b/%25zz/%00?q=1&r");
    expect(text.length).toBeLessThan(20_000);
    isHar?.(log);
    isHar?.(JSON.parse(text));
    expect(isHar?.errors ?? []).toEqual([]);
  });
});

describe("tap", () => {
  test("is read by a parser of TAP, with the same counts", () => {
    forEveryRun("tap", (text, report) => {
      const { summary, requirements } = report;
      const events = Parser.parse(text);
      const complete = events.find(([name]) => name === "complete")?.[1] as Record<string, unknown>;
      const unsteady = report.strict ? 0 : summary.warned;
      expect(complete).toMatchObject({
        count: requirements.length,
        todo: unsteady,
        skip: summary.skipped + summary.blocked,
        fail: isWrong(report) + summary.errored + unsteady,
        failures: expect.any(Array) as unknown[],
      });
      expect(events.filter(([name]) => name === "extra")).toEqual([]);
      expect(toldIn(text.split("\n").find((line) => /^# [A-Z]/.test(line)) ?? "")).toEqual(countsOf(summary));
    });
  });
});

describe("markdown", () => {
  test("tells the same counts, within what a comment holds", () => {
    forEveryRun("markdown", (text, report) => {
      const [heading = ""] = text.split("\n");
      expect(toldIn(heading)).toEqual(countsOf(report.summary));
      expect(text.length).toBeLessThan(65_536);
    });
  });

  test("stays within it when everything fails, and says how much is left out", () => {
    const long = "`".repeat(4000);
    const exchange = exampleExchange({ curl: long });
    const violations = [exampleViolation({ expected: long, actual: long, exchange })];
    const results = Array.from({ length: 320 }, (_, index) =>
      exampleResult(`sessions/requirement-${index}`, { verdict: "failed", violations, reproduce: long }),
    );
    const text = formats.markdown.render(reportOf(exampleRun(results)));
    expect(text.length).toBeLessThan(65_536);
    expect(text).toMatch(/\d+ requirements more, all in report\.html/);
  });

  test("neither formats, links nor mentions what a target sends", () => {
    const hostile = "@everyone [x](https://evil.example) <img src=x> | **bold** `code` #1";
    const failed = exampleResult("sessions/creates", {
      verdict: "failed",
      title: hostile,
      reason: hostile,
      violations: [exampleViolation({ where: hostile, hint: hostile, expected: "```\n# owned" })],
    });
    const text = formats.markdown.render(reportOf(exampleRun([failed], { run: { runId: hostile } })));
    const prose = text.replaceAll(/^(`{3,})[^\n]*\n[^]*?^\1$/gm, "");
    expect(prose).not.toContain("@everyone");
    expect(prose).not.toContain("<img");
    expect(prose).not.toContain("](https");
    expect(prose).not.toMatch(/[^\\]\*\*bold/);
    expect(prose).not.toContain("owned");
  });
});

describe("github", () => {
  test("is workflow commands alone, with the same counts", () => {
    forEveryRun("github", (text, report) => {
      const lines = text.trimEnd().split("\n");
      for (const line of lines) expect(line).toMatch(/^::(error|warning|notice) title=[^,:]+::/);
      expect(toldIn(lines.at(-1) ?? "")).toEqual(countsOf(report.summary));
      const errors = lines.filter((line) => line.startsWith("::error")).length;
      expect(errors).toBe(isWrong(report) + report.summary.errored);
    });
  });

  test("shows no more than GitHub does, and names the rest", () => {
    const results = Array.from({ length: 25 }, (_, index) =>
      exampleResult(`sessions/requirement-${index}`, { verdict: "failed" }),
    );
    const lines = formats.github
      .render(reportOf(exampleRun(results)))
      .trimEnd()
      .split("\n");
    expect(lines.filter((line) => line.startsWith("::error"))).toHaveLength(10);
    expect(lines[9]).toMatch(/title=16 requirements more::.*sessions\/requirement-24/);
  });
});

describe("badge", () => {
  test.skipIf(!existsSync("/usr/bin/xmllint"))("is a well-formed picture that tells all counts", () => {
    const report = reportOf(exampleRun([exampleResult("sessions/creates", { verdict: "failed" })]));
    const svg = formats.badge.render(report);
    execFileSync("xmllint", ["--noout", "-"], { input: svg });
    expect(svg).toContain("<svg xmlns=");
  });

  test("tells the same counts", () => {
    forEveryRun("badge", (text, report) => {
      expect(toldIn(/<title>(.*?)<\/title>/.exec(text)?.[1] ?? "")).toEqual(countsOf(report.summary));
    });
  });

  /** shields.io/badges/endpoint-badge: these members, and no others. */
  const isEndpoint = compiled({
    type: "object",
    required: ["schemaVersion", "label", "message"],
    additionalProperties: false,
    properties: {
      schemaVersion: { const: 1 },
      label: { type: "string" },
      message: { type: "string", minLength: 1 },
      color: { type: "string", pattern: "^#[0-9a-f]{6}$" },
      isError: { type: "boolean" },
    },
  });

  test("is what shields.io draws", () => {
    forEveryRun("shields", (text, { summary }) => {
      const document = JSON.parse(text) as { message: string };
      isEndpoint(document);
      expect(isEndpoint.errors ?? []).toEqual([]);
      const verdict = summary.failed > 0 ? "failed" : "passed";
      expect(document.message).toContain(`${summary[verdict]} ${verdict}`);
    });
  });
});

describe("html", () => {
  test("shows every requirement with its verdict, and the same counts", () => {
    forEveryRun("html", (text, report) => {
      const rows = [...text.matchAll(/class="requirement"\s+data-verdict="(\w+)"/g)].map(
        ([, verdict = ""]) => ({
          verdict,
        }),
      );
      expect(countedBy(rows)).toEqual(countsOf(report.summary));
    });
  });
});

function compiled(schema: object): ValidateFunction {
  const ajv = new Ajv({ strict: false, allErrors: true });
  ajvFormats.default(ajv);
  return ajv.compile(schema);
}

test("a failure that was declared beforehand accuses nobody", () => {
  const expected = { because: "ticket 123" };
  const known = exampleResult("sessions/creates", { verdict: "failed", expected });
  const report = reportOf(exampleRun([known]));
  expect(formats.tap.render(report)).toMatch(/^not ok 1 .* # TODO expected: ticket 123$/m);
  expect(formats.github.render(report)).not.toContain("::error");
  expect(formats.ctrf.render(report)).toContain('"failed": 0');
  expect(formats.sarif.render(report)).toContain('"justification": "ticket 123"');
  expect(formats.html.render(report)).toContain("expected: ticket 123");
});
