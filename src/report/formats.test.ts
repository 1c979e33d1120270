import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import ajvFormats from "ajv-formats";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type RequirementResult, type RunReport, verdicts } from "../model/index.ts";
import { consoleReporter } from "./console.ts";
import { exampleExchange, exampleResult, exampleRun, exampleViolation } from "./example-run.test-kit.ts";
import { reportOf } from "./fold.ts";
import { formatNames, formats, isFormatName } from "./formats.ts";

const ajv = new Ajv2020({ strict: true, allErrors: true });
ajvFormats.default(ajv);
const isReport = ajv.compile<RunReport>(
  JSON.parse(readFileSync(new URL("../../schemas/tool/report.schema.json", import.meta.url), "utf8")),
);

/** What a target may send to make a report say something else. */
const hostileText = fc
  .array(
    fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom(
        "\u001b[2J",
        "]]>",
        "</system-out>",
        "\ud800",
        "\u0000",
        "\u202e",
        "\r\n",
        '"',
        "\ufffe",
      ),
    ),
    { maxLength: 4 },
  )
  .map((parts) => parts.join(""));

const violation = hostileText.map((text) =>
  exampleViolation({
    expected: text,
    actual: text,
    where: text,
    exchange: exampleExchange({ response: { status: 500, headers: [["x", text]], body: text }, curl: text }),
  }),
);

const requirement = (index: number): fc.Arbitrary<RequirementResult> =>
  fc
    .record({
      suite: fc.constantFrom("sessions", "refunds", "webhooks"),
      verdict: fc.constantFrom(...verdicts),
      level: fc.constantFrom("MUST", "SHOULD", "MAY"),
      reason: hostileText,
      notes: fc.array(hostileText, { maxLength: 2 }),
      violations: fc.array(violation, { maxLength: 2 }),
      variants: fc.array(
        fc.record({
          name: hostileText,
          verdict: fc.constantFrom(...verdicts),
          durationMs: fc.nat(),
          violations: fc.array(violation, { maxLength: 1 }),
        }),
        { maxLength: 2 },
      ),
    })
    .map((parts) => exampleResult(`${parts.suite}/requirement-${index}`, parts));

const results = fc
  .integer({ min: 0, max: 8 })
  .chain((amount) => fc.tuple(...Array.from({ length: amount }, (_, index) => requirement(index))));

function consoleText(events: ReturnType<typeof exampleRun>): string {
  let text = "";
  const reporter = consoleReporter({
    write: (more) => (text += more),
    terminal: { isTTY: false, columns: 80, colours: false, unicode: true },
  });
  events.forEach(reporter);
  return text;
}

describe("all formats", () => {
  it("give the same counts, whatever the target sends", () => {
    fc.assert(
      fc.property(results, fc.boolean(), (judged, strict) => {
        const events = exampleRun(judged, { run: { strict }, end: { outcome: "non-conformant" } });
        const report = reportOf(events);
        const json: RunReport = JSON.parse(formats.json.render(report));
        const junit = formats.junit.render(report);
        const lastLine = consoleText(events).trimEnd().split("\n").at(-1) ?? "";
        expect(json.summary).toEqual(report.summary);
        for (const verdict of verdicts) {
          const inJunit = junit.matchAll(
            new RegExp(`<property name="requirements.${verdict}" value="(\\d+)"/>`, "g"),
          );
          const sum = [...inJunit].reduce((total, [, value]) => total + Number(value), 0);
          const inConsole = new RegExp(`(\\d+) ${verdict}`).exec(lastLine)?.[1] ?? 0;
          expect([verdict, sum, Number(inConsole)]).toEqual([
            verdict,
            report.summary[verdict],
            report.summary[verdict],
          ]);
        }
      }),
    );
  });

  it("put nothing on a terminal that it would obey", () => {
    fc.assert(
      fc.property(results, (judged) => {
        expect(consoleText(exampleRun(judged)).replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
      }),
    );
  });

  it("have a file of their own", () => {
    expect(formatNames).toEqual(["json", "junit"]);
    expect(isFormatName("junit")).toBe(true);
    expect(isFormatName("toString")).toBe(false);
  });
});

describe("report.json", () => {
  it("keeps what its schema promises", () => {
    fc.assert(
      fc.property(results, (judged) => {
        const json: unknown = JSON.parse(formats.json.render(reportOf(exampleRun(judged))));
        isReport(json);
        expect(isReport.errors ?? []).toEqual([]);
      }),
    );
  });

  it("says nothing that was not promised", () => {
    const careless = Object.assign(exampleResult("sessions/creates"), { needs: [], faults: ["a-fault"] });
    const json: unknown = JSON.parse(formats.json.render(reportOf(exampleRun([careless]))));
    expect(isReport(json)).toBe(true);
    expect(isReport(Object.assign(json as object, { extra: 1 }))).toBe(false);
  });

  it("gives back the very report", () => {
    const waived = exampleResult("sessions/expires", {
      verdict: "skipped",
      reason: "needs a clock",
      missing: ["checkout"],
      waived: ["clock"],
    });
    const report = reportOf(exampleRun([waived, exampleResult("sessions/creates")]));
    expect(JSON.parse(formats.json.render(report))).toEqual(report);
  });
});
