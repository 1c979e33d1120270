import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import ajvFormats from "ajv-formats";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type RunReport, verdicts } from "../model/index.ts";
import { consoleReporter } from "./console.ts";
import { exampleResult, exampleRun } from "./example-run.test-kit.ts";
import { reportOf } from "./fold.ts";
import { formatNames, formats, isFormatName } from "./formats.ts";
import { randomResults } from "./random-run.test-kit.ts";

const ajv = new Ajv2020({ strict: true, allErrors: true });
ajvFormats.default(ajv);
const isReport = ajv.compile<RunReport>(
  JSON.parse(readFileSync(new URL("../../schemas/tool/report.schema.json", import.meta.url), "utf8")),
);

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
      fc.property(randomResults, fc.boolean(), (judged, strict) => {
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
      fc.property(randomResults, (judged) => {
        expect(consoleText(exampleRun(judged)).replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
      }),
    );
  });

  it("have a file of their own", () => {
    expect(Object.keys(formats)).toEqual([...formatNames]);
    expect(new Set(formatNames.map((name) => formats[name].file)).size).toBe(formatNames.length);
    expect(isFormatName("junit")).toBe(true);
    expect(isFormatName("toString")).toBe(false);
  });
});

describe("report.json", () => {
  it("keeps what its schema promises", () => {
    fc.assert(
      fc.property(randomResults, (judged) => {
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
