import { describe, expect, test } from "vitest";
import type { RunEvent, RunNews } from "../model/index.ts";
import { consoleReporter } from "./console.ts";
import { exampleResult, exampleRun } from "./example-run.test-kit.ts";
import { createProgress } from "./progress.ts";
import type { Terminal } from "./terminal.ts";

const plain: Terminal = { isTTY: false, columns: 120, colours: false, unicode: true };
const [started = exampleRun([])[0] as RunEvent] = exampleRun(
  ["a", "b", "c", "d"].map((slug) => exampleResult(`sessions/${slug}`)),
);

function at(elapsedMs: number, changes: object = {}): RunNews {
  return { type: "progress", elapsedMs, requests: elapsedMs / 10, cases: elapsedMs / 20, ...changes };
}

function judged(slug: string): RunEvent {
  return { type: "requirement-judged", result: exampleResult(`sessions/${slug}`) };
}

function lineAfter(...events: readonly (RunEvent | RunNews)[]): string {
  const progress = createProgress();
  events.forEach(progress.hear);
  return progress.line();
}

describe("the line of progress", () => {
  test("tells how much is done, how fast, and about when it ends", () => {
    expect(lineAfter(started, at(4000), judged("a"), at(6000))).toBe(
      "1 of 4 · 1 passed · 100 requests/s · about 18.0 s left",
    );
  });

  test("says nothing of an end that nobody can know yet", () => {
    expect(lineAfter(started, judged("a"), at(1000), at(2000))).not.toContain("left");
    expect(lineAfter(started, at(4000), at(6000))).not.toContain("left");
  });

  test("tells of a soak its cases and the time that is left", () => {
    const soakMs = 600_000;
    expect(lineAfter(started, at(4000, { soakMs }), at(6000, { soakMs }))).toBe(
      "0 of 4 · 100 requests/s · 300 cases (50/s) · 9 min 54 s left",
    );
    expect(lineAfter(started, at(601_000, { soakMs }))).not.toContain("left");
  });

  test("is that of the last seconds", () => {
    const slow = { requests: 1000 };
    expect(lineAfter(started, at(1000, slow), at(20_000, slow), at(22_000, { requests: 1020 }))).toContain(
      "10 requests/s",
    );
  });
});

describe("news of a run", () => {
  function told(terminal: Terminal, detail: "quiet" | "normal", ...events: readonly (RunEvent | RunNews)[]) {
    let text = "";
    const reporter = consoleReporter({ write: (more) => (text += more), terminal, detail });
    events.forEach(reporter);
    return text;
  }

  test("come to a log now and then", () => {
    const text = told(plain, "normal", started, at(29_000), at(30_000), at(31_000), at(60_000));
    expect(text.match(/0 of 4/g)).toHaveLength(2);
    expect(text).not.toContain("\u001b");
  });

  test("come to a terminal at once, on one line", () => {
    const text = told({ ...plain, isTTY: true }, "normal", started, at(1000), at(1200));
    expect(text.split("\u001b[2K").at(-1)).toBe("0 of 4 · 100 requests/s");
  });

  test("come to nobody who wants it quiet", () => {
    expect(told(plain, "quiet", started, at(40_000))).toBe("");
  });

  test("tell an exchange with nothing in it that a terminal would obey", () => {
    const request = { method: "GET", url: "http://localhost/\u001b[31m" };
    const exchange = { request, response: { status: 200 }, durationMs: 3 };
    const text = told(plain, "normal", started, { type: "exchanged", during: "sessions/creates", exchange });
    expect(text).toContain("    GET http://localhost/\\x1b[31m → 200 in 3 ms · sessions/creates\n");
  });
});

describe("links", () => {
  const linking = { ...plain, links: true };
  const events = exampleRun([exampleResult("sessions/creates", { verdict: "failed" })]);

  function told(terminal: Terminal, page: string): string {
    let text = "";
    const reporter = consoleReporter({
      write: (more) => (text += more),
      terminal,
      folder: "reports/x",
      page,
    });
    events.forEach(reporter);
    return text;
  }

  test("lead to the report and to the source, where the terminal knows them", () => {
    const text = told(linking, "file:///reports/x/report.html");
    expect(text).toContain("\u001b]8;;file:///reports/x/report.html\u001b\\reports/x\u001b]8;;\u001b\\");
    expect(text).toContain("\u001b]8;;https://");
    expect(told(plain, "file:///reports/x/report.html")).not.toContain("\u001b");
  });

  test("lead nowhere but to a page", () => {
    expect(told(linking, "javascript:alert(1)")).not.toContain("javascript");
    expect(told(linking, "https://x/\u0007")).not.toContain("\u0007");
  });
});
