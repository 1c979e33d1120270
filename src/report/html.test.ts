import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exampleExchange, exampleResult, exampleRun, exampleViolation } from "./example-run.test-kit.ts";
import { reportOf } from "./fold.ts";
import { hasMember, jsonMarkup } from "./html-json.ts";
import { html } from "./html-markup.ts";
import { renderHtml } from "./html.ts";

function textOf(markup: string): string {
  return markup
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

describe("report.html", () => {
  test("stays below a megabyte, however much a target breaks", () => {
    const long = "<é\u202e".repeat(700);
    const response = { status: 500, headers: [["x", long]] as const, body: JSON.stringify({ a: long }) };
    const violation = exampleViolation({
      expected: long,
      actual: long,
      where: long,
      exchange: exampleExchange({ response, curl: long }),
    });
    const variants = Array.from({ length: 5 }, (_, index) => ({
      name: `${index} ${long}`,
      verdict: "failed" as const,
      reason: long,
      durationMs: 1,
      violations: [violation],
    }));
    const results = Array.from({ length: 320 }, (_, index) =>
      exampleResult(`suite-${index % 20}/requirement-${index}`, {
        verdict: "failed",
        reason: long,
        notes: [long, long],
        violations: [violation, violation],
        variants,
      }),
    );
    const page = renderHtml(reportOf(exampleRun(results)));
    expect(Buffer.byteLength(page)).toBeLessThan(1_000_000);
    for (const { id } of results) expect(page).toContain(`id="${id}"`);
  });

  test("lets nothing run or load but its own", () => {
    const page = renderHtml(reportOf(exampleRun([exampleResult("sessions/creates")])));
    const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/.exec(page)?.[1] ?? "";
    for (const element of ["script", "style"]) {
      const [, inside = ""] = new RegExp(`<${element}>([^]*?)</${element}>`).exec(page) ?? [];
      const hash = createHash("sha256").update(inside).digest("base64");
      expect(policy).toContain(`${element}-src &#39;sha256-${hash}&#39;`);
    }
    expect(policy).toContain("default-src &#39;none&#39;");
    expect(page).not.toMatch(/\b(src|srcset|action)=|url\(|@import/);
  });

  test("shows the smallest input of a generated case", () => {
    const generated = { seed: 5, path: "3:1", input: '{"amount":-1}', examples: [] };
    const violations = [exampleViolation({ generated })];
    const page = renderHtml(
      reportOf(exampleRun([exampleResult("sessions/creates", { verdict: "failed", violations })])),
    );
    expect(textOf(page)).toContain("Smallest input (seed 5, case 3:1)");
    expect(textOf(page)).toContain('"amount": -1');
  });

  test("shows a run without requirements", () => {
    expect(renderHtml(reportOf(exampleRun([])))).toContain("nothing was judged");
  });
});

describe("a template", () => {
  test("escapes whatever is put into it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const { text: markup } = html`<p title="${text}">${[text, undefined]}</p>`;
        expect(markup).toMatch(/^<p title="[^"<>]*">[^<>]*<\/p>$/);
        expect(markup.replaceAll(/[\n\t]/g, "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
      }),
    );
  });
});

describe("highlighted JSON", () => {
  test("loses nothing of the value", () => {
    fc.assert(
      fc.property(fc.json({ stringUnit: "grapheme-ascii" }), (text) => {
        expect(JSON.parse(textOf(jsonMarkup(text, "/a/0").text))).toEqual(JSON.parse(text));
      }),
    );
  });

  test("loses nothing of what is no JSON", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const spaceless = (words: string) => words.replaceAll(/\s/g, "");
        expect(spaceless(textOf(jsonMarkup(text).text))).toBe(spaceless(text));
      }),
    );
  });

  test.each([
    ["/b/1/c", ['"c"', ":", "2"]],
    ["/b/1/missing", ["{", '"c"', ":", "2", "}"]],
    ["/missing", []],
    ["/d~1e", ['"d/e"', ":", "null"]],
  ])("marks %s", (pointer, marks) => {
    const { text } = jsonMarkup('{"a":1.50,"b":[0,{"c":2}],"d/e":null}', pointer);
    const marked = [...text.matchAll(/<mark>(.*?)<\/mark>/g)].map(([, inside = ""]) => textOf(inside));
    expect(marked).toEqual(marks);
  });

  test("keeps digits and doubled members as they were sent, and copes with a cut", () => {
    const text = textOf(jsonMarkup('{"a":1.50,"a":1e400,"b":"cut… (20 more characters)').text);
    expect(text).toContain('"a": 1.50');
    expect(text).toContain('"a": 1e400');
    expect(text).toContain("cut… (20 more characters)");
  });

  test("knows which members there are", () => {
    expect(hasMember('{"a":{"b":1}}', "/a/b")).toBe(true);
    expect(hasMember('{"a":{"b":1}}', "/a/c")).toBe(false);
    expect(hasMember("a/b", "")).toBe(false);
  });
});
