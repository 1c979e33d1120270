import { describe, expect, it } from "vitest";
import type { RequirementResult, RunEvent } from "../model/index.ts";
import { type ConsoleOptions, consoleReporter, tellConclusion } from "./console.ts";
import { exampleResult, exampleRun, exampleViolation } from "./example-run.test-kit.ts";
import { reportOf } from "./fold.ts";
import type { Terminal } from "./terminal.ts";

const plain: Terminal = { isTTY: false, columns: 80, colours: false, unicode: true };

function told(events: readonly RunEvent[], options: Partial<ConsoleOptions> = {}): string {
  let text = "";
  const reporter = consoleReporter({ write: (more) => (text += more), terminal: plain, ...options });
  events.forEach(reporter);
  return text;
}

function lastLine(text: string): string | undefined {
  return text.trimEnd().split("\n").at(-1);
}

const failed = exampleResult("idempotency/replay-creates-nothing", {
  verdict: "failed",
  violations: [exampleViolation({ actual: "another \u001b[31msession" })],
});
const warned = exampleResult("authentication/challenges", {
  verdict: "warned",
  level: "SHOULD",
  title: "send WWW-Authenticate with 401",
  violations: [exampleViolation()],
});

describe("a run that passes", () => {
  const events = exampleRun([exampleResult("sessions/creates"), exampleResult("refunds/full-refund")]);

  it("is told verdict by verdict, with counts at the end", () => {
    expect(told(events, { folder: "reports/run-7f3a" })).toMatchInlineSnapshot(`
      "kadosei-conformance 1.0.0 · https://staging.example.com
      edition 2026.12 · seed 42 · 2 requirements · claims core

      ✓ passed  MUST   sessions/creates
      ✓ passed  MUST   refunds/full-refund

                  passed
        sessions       1
        refunds        1
        total          2

      CONFORMANT: 2 passed · 317 requests in 4.2 s · seed 42 · reports/run-7f3a
      "
    `);
  });

  it("is one line with --quiet", () => {
    expect(told(events, { detail: "quiet" })).toBe(
      "CONFORMANT: 2 passed · 317 requests in 4.2 s · seed 42\n",
    );
  });
});

describe("a failure", () => {
  const events = exampleRun([failed], { end: { outcome: "non-conformant", reasons: ["1 MUST failed"] } });

  it("explains itself", () => {
    const text = told(events);
    expect(text).toMatchInlineSnapshot(`
      "kadosei-conformance 1.0.0 · https://staging.example.com
      edition 2026.12 · seed 42 · 1 requirement · claims core

      ✗ failed  MUST   idempotency/replay-creates-nothing

      What was found

        ✗ idempotency/replay-creates-nothing
          MUST answer a repeated session request with the first session
          source    A · About the API · https://docs.kadosei.com/about-the-api

          expected  the session of the first request, 0b2d…
          actual    another \\x1b[31msession
          where     /sessionId
          hint      is the idempotency key stored before the session is made?
          exchange  POST https://staging.example.com/api/v1/sessions → 201 in 12 ms
          body      {"sessionId":"91cc","status":"PENDING"}
          curl      curl -X POST 'https://staging.example.com/api/v1/sessions' -H "Authorization: Bearer $KADOSEI_API_KEY"

          again     npx kadosei-conformance --only idempotency/replay-creates-nothing --seed 42

                     failed
        idempotency       1
        total             1

        1 MUST failed

      NON-CONFORMANT: 1 failed · 317 requests in 4.2 s · seed 42
      "
    `);
  });

  it("says when it came and went", () => {
    const unstable = { ...failed, reason: "unstable: 1 of 3" };
    expect(told(exampleRun([unstable]))).toContain(
      "✗ failed  MUST   idempotency/replay-creates-nothing (unstable: 1 of 3)\n",
    );
  });

  it("shows three of its violations, and all of them with --verbose", () => {
    const violations = ["a", "b", "c", "d", "e"].map((where) => exampleViolation({ where }));
    const many = exampleRun([{ ...failed, violations }]);
    expect(told(many)).toContain("and 2 violations more, all in the reports");
    expect(told(many).match(/where {5}/g)).toHaveLength(3);
    expect(told(many, { detail: "verbose" }).match(/where {5}/g)).toHaveLength(5);
  });

  it("names the variant, and tells a violation once", () => {
    const [violation] = failed.violations;
    const variants = [
      { name: "ten times", verdict: "failed", durationMs: 5, violations: violation ? [violation] : [] },
    ] as const;
    const text = told(exampleRun([{ ...failed, variants }]));
    expect(text).toContain("variant   ten times\n");
    expect(text.match(/expected {2}/g)).toHaveLength(1);
  });

  it("is no failure of the target when it is ours", () => {
    const errored = exampleResult("a/b", { verdict: "errored", reason: "TypeError: x is undefined" });
    const text = told(exampleRun([errored], { end: { outcome: "not-judged" } }));
    expect(text).toContain("a/b (TypeError: x is undefined)");
    expect(text).toContain("a bug of this tool, not of the target");
  });
});

describe("a warning", () => {
  it("is explained in short, without its exchange", () => {
    const text = told(exampleRun([warned]));
    expect(text).toContain("SHOULD send WWW-Authenticate with 401");
    expect(text).not.toContain("curl -X POST");
  });

  it("is explained as a failure under --strict", () => {
    const text = told(exampleRun([warned], { run: { strict: true }, end: { outcome: "non-conformant" } }));
    expect(text).toContain("curl -X POST");
    expect(lastLine(text)).toMatch(/^NON-CONFORMANT: 1 warned/);
  });
});

describe("a run that could not be judged", () => {
  const blocked = Array.from({ length: 150 }, (_, index): RequirementResult =>
    exampleResult(`sessions/case-${index}`, {
      verdict: "blocked",
      reason: "login refused: 401 for owner@example.com",
    }),
  );
  const events = exampleRun(blocked, {
    end: {
      outcome: "not-judged",
      reasons: ["login was refused: check `merchant.email` and `merchant.password`"],
    },
  });

  it("says its one cause twice, not 150 times", () => {
    const text = told(events);
    expect(text.match(/login refused/g)).toHaveLength(2);
    expect(text).toContain("■ blocked login refused: 401 for owner@example.com\n");
    expect(text).toContain("■ 150 blocked: login refused");
    expect(text).toContain("and 145 more");
    expect(text).toContain("login was refused: check `merchant.email` and `merchant.password`\n");
    expect(text.split("\n").length).toBeLessThan(30);
  });

  it("says what to do even with --quiet", () => {
    expect(told(events, { detail: "quiet" })).toBe(
      "NOT JUDGED: 150 blocked · 317 requests in 4.2 s · seed 42 · login was refused: check `merchant.email` and `merchant.password`\n",
    );
  });

  it("is told again from a journal that a crash cut short", () => {
    let text = "";
    const options: ConsoleOptions = { write: (more) => (text += more), terminal: plain };
    tellConclusion(reportOf(events.slice(0, -50)), options);
    expect(text).toContain("the run did not finish: of 150 requirements, 101 got a verdict");
  });

  it("names the MUSTs first, and those that were waived", () => {
    const results = [
      exampleResult("a/may", { level: "MAY", verdict: "skipped", reason: "needs a clock" }),
      exampleResult("a/must", { verdict: "skipped", reason: "needs a clock", waived: ["clock"] }),
    ];
    const text = told(
      exampleRun(results, { run: { without: ["clock"] }, end: { outcome: "conformant-in-part" } }),
    );
    expect(text).toContain(
      "  ○ 2 skipped: needs a clock\n      MUST   a/must (waived)\n      MAY    a/may\n",
    );
    expect(lastLine(text)).toMatch(/^CONFORMANT IN PART \(without clock\): 2 skipped/);
  });
});

describe("--verbose", () => {
  it("adds titles, variants, notes and durations", () => {
    const result = exampleResult("a/b", {
      verdict: "noted",
      notes: ["20 rounds of 20 twins"],
      variants: [{ name: "nil", verdict: "noted", reason: "400", durationMs: 7, violations: [] }],
    });
    const text = told(exampleRun([result]), { detail: "verbose" });
    expect(text).toContain(
      "● noted   MUST   a/b answer a repeated session request with the first session 84 ms",
    );
    expect(text).toContain("    ● nil (400) 7 ms\n    note: 20 rounds of 20 twins\n");
  });
});

describe("a terminal", () => {
  it("has one status line, rewritten and cleared at the end", () => {
    const text = told(exampleRun([exampleResult("sessions/creates")]), {
      terminal: { ...plain, isTTY: true, columns: 40 },
    });
    expect(text).toContain("\r\u001b[2K0 of 1 · sessions/creates");
    expect(text).toContain("\r\u001b[2K✓ passed  MUST   sessions/creates\n");
    expect(text.slice(text.lastIndexOf("\r\u001b[2K") + 5)).toMatch(/^\n/);
  });

  it("is never given a status line wider than itself", () => {
    const results = Array.from({ length: 30 }, (_, index) => exampleResult(`sessions/requirement-${index}`));
    const text = told(exampleRun(results), { terminal: { ...plain, isTTY: true, columns: 40 } });
    const widths = text
      .split("\r\u001b[2K")
      .filter((line) => line.includes(" of 30"))
      .map((line) => line.length);
    expect(widths).toHaveLength(61);
    expect(Math.max(...widths)).toBeLessThan(40);
  });

  it("without colours and Unicode is given plain ASCII", () => {
    const text = told(exampleRun([failed, warned]), { terminal: { ...plain, unicode: false } });
    expect(text).toMatch(/^[\n -~]*$/);
    expect(text).toContain("x failed  MUST   idempotency/replay-creates-nothing\n");
  });

  it("with colours is given nothing but ours", () => {
    const text = told(exampleRun([failed]), { terminal: { ...plain, colours: true } });
    expect(text).toContain("\u001b[31m✗ failed \u001b[0m");
    expect(text).toContain("another \\x1b[31msession");
  });
});

describe("live keys", () => {
  it("are announced in large letters at both ends", () => {
    const events = exampleRun([], { run: { target: { url: "https://api.example.com", live: true } } });
    expect(told(events).match(/LIVE KEYS ARE ALLOWED/g)).toHaveLength(2);
  });
});
