import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, type Page, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RequirementResult } from "../model/index.ts";
import { exampleExchange, exampleResult, exampleRun, exampleViolation } from "./example-run.test-kit.ts";
import { reportOf } from "./fold.ts";
import { renderHtml } from "./html.ts";

const executablePath = "/usr/bin/chromium";
const quiet = [
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
];
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core"), "utf8");

/** All that a target could send to become a part of the page, to steer it, or to look like something else. */
const hostile = [
  `<script>document.title="owned"</script><img src=x onerror="document.title='owned'">`,
  `"'></pre></details></style></script><style>body{display:none}</style><!--`,
  "\u001b[2J\u202egnp.exe\u2028\u0000\ud800",
  `<a href="javascript:document.title='owned'">here</a>`,
].join(" ");

const failed = exampleResult("idempotency/replay-creates-nothing", {
  verdict: "failed",
  violations: [exampleViolation()],
  variants: [
    { name: "twice", verdict: "failed", durationMs: 3, violations: [exampleViolation({ where: "status" })] },
    { name: "ten times", verdict: "passed", durationMs: 3, violations: [] },
  ],
  notes: ["no race observed in 3 rounds"],
});

const attacked = exampleResult("sessions/creates", {
  verdict: "failed",
  title: hostile,
  reason: hostile,
  notes: [hostile],
  source: { code: hostile, title: hostile, url: `javascript:document.title="owned"` },
  reproduce: hostile,
  variants: [{ name: hostile, verdict: "failed", reason: hostile, durationMs: 1, violations: [] }],
  violations: [
    exampleViolation({
      expected: hostile,
      actual: hostile,
      where: hostile,
      hint: hostile,
      exchange: exampleExchange({
        request: { method: "POST", url: hostile, headers: [[hostile, hostile]], body: hostile },
        response: { status: 500, headers: [[hostile, hostile]], body: `{"a":${JSON.stringify(hostile)}}` },
        curl: hostile,
      }),
    }),
  ],
});

const results: readonly RequirementResult[] = [
  exampleResult("authentication/issues-token", { title: "issue a token" }),
  exampleResult("authentication/challenges", { level: "SHOULD", verdict: "warned", title: "challenge" }),
  exampleResult("authentication/old-token", { level: "MAY", verdict: "noted", title: "keep old tokens" }),
  failed,
  exampleResult("idempotency/session-needs-key", { verdict: "blocked", reason: "login is down" }),
  exampleResult("sessions/expires", { verdict: "skipped", reason: "needs clock" }),
  exampleResult("sessions/reads-back", { verdict: "errored", reason: "TypeError" }),
  attacked,
];

function pageOf(judged: readonly RequirementResult[]): string {
  const end = {
    outcome: "non-conformant",
    reasons: ["2 requirements failed"],
    leftOver: [{ kind: "application", id: "a-1", reason: hostile }],
  } as const;
  return renderHtml(reportOf(exampleRun(judged, { run: { target: { url: hostile, live: true } }, end })));
}

let browser: Browser;
let file: string;

// Debian's chromium; the machine that runs CI has it.
describe.skipIf(!existsSync(executablePath))("report.html in a browser", () => {
  beforeAll(async () => {
    file = path.join(mkdtempSync(path.join(tmpdir(), "kadosei-html-")), "report.html");
    writeFileSync(file, pageOf(results));
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox", ...quiet] });
  });

  afterAll(async () => {
    await browser.close();
  });

  interface Opened {
    readonly page: Page;
    /** What the page asked for besides itself, and what the browser complained of. */
    readonly noise: readonly string[];
  }

  interface Manner {
    readonly hash?: string;
    readonly width?: number;
    readonly colorScheme?: "light" | "dark";
    readonly javaScriptEnabled?: boolean;
  }

  async function open({ hash = "", width = 1100, ...manner }: Manner = {}): Promise<Opened> {
    const context = await browser.newContext({ viewport: { width, height: 700 }, ...manner });
    const page = await context.newPage();
    const noise: string[] = [];
    page.on("console", (message) => noise.push(message.text()));
    page.on("pageerror", (error) => noise.push(error.message));
    page.on("request", (request) => {
      if (request.url().split("#")[0] !== pathToFileURL(file).href) noise.push(request.url());
    });
    await page.goto(pathToFileURL(file).href + hash);
    return { page, noise };
  }

  const shown = (page: Page) => page.locator(".requirement:visible .slug").allTextContents();

  test("what a target sends is read as text, and nothing is loaded or complained of", async () => {
    const { page, noise } = await open();
    expect(await page.title()).not.toBe("owned");
    expect(await page.locator("img, body script:not(:last-of-type)").count()).toBe(0);
    expect(await page.locator("a[href^=javascript]").count()).toBe(0);
    const text = await page.locator("body").textContent();
    expect(text).toContain(`<img src=x onerror="document.title='owned'">`);
    expect(text).toContain("\\x1b[2J\\u202egnp.exe");
    for (const steering of ["\u0000", "\u001b", "\u202e", "\u2028"]) expect(text).not.toContain(steering);
    expect(await page.locator("main").isVisible()).toBe(true);
    expect(noise).toEqual([]);
  });

  test("filters by verdict, level, chapter and text, and says how many are left", async () => {
    const { page } = await open();
    const found = page.locator("#found");
    expect(await found.textContent()).toBe("8 of 8 requirements shown");
    await page.getByRole("checkbox", { name: "passed" }).uncheck();
    expect(await shown(page)).not.toContain("issues-token");
    await page.getByRole("checkbox", { name: "MAY", exact: true }).uncheck();
    expect(await shown(page)).not.toContain("old-token");
    await page.getByLabel("Chapter").selectOption("idempotency");
    expect(await shown(page)).toEqual(["replay-creates-nothing", "session-needs-key"]);
    await page.getByLabel("Search").fill("LOGIN is");
    expect(await shown(page)).toEqual(["session-needs-key"]);
    expect(await page.locator(".chapter:visible").count()).toBe(1);
    expect(await found.textContent()).toBe("1 of 8 requirements shown");
    await page.getByRole("button", { name: "Show all" }).click();
    await page.getByText("8 of 8 requirements shown").waitFor();
    expect(await shown(page)).toHaveLength(8);
  });

  test("a link opens its requirement and scrolls to it, past any filter", async () => {
    const { page } = await open({ hash: "#sessions/expires" });
    const linked = page.locator("[id='sessions/expires']");
    await linked.waitFor({ state: "visible" });
    expect(await linked.locator("xpath=..").evaluate((one) => one.getBoundingClientRect().top)).toBeLessThan(
      700,
    );
    await page.getByRole("checkbox", { name: "blocked" }).uncheck();
    await page.evaluate(`location.hash = "#idempotency/session-needs-key"`);
    await page.locator("[id='idempotency/session-needs-key']").waitFor({ state: "visible" });
  });

  test("is used with the keyboard alone", async () => {
    const { page } = await open();
    const focused = () => page.evaluate(`document.activeElement.querySelector(".slug").textContent`);
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    expect(await focused()).toBe("challenges");
    await page.keyboard.press("Enter");
    expect(await page.locator("[id='authentication/challenges']").isVisible()).toBe(true);
    await page.keyboard.press("k");
    expect(await focused()).toBe("issues-token");
    await page.keyboard.press("/");
    await page.keyboard.type("j/k");
    expect(await page.getByLabel("Search").inputValue()).toBe("j/k");
    await page.keyboard.press("Escape");
    expect(await shown(page)).toHaveLength(8);
  });

  test("marks the member that a violation points at, and the status", async () => {
    const { page } = await open({ hash: "#idempotency/replay-creates-nothing" });
    const evidence = page.locator("[id='idempotency/replay-creates-nothing']");
    const marks = await evidence.locator("mark").allTextContents();
    expect(marks).toEqual(["201", '"sessionId"', ":", '"91cc"']);
  });

  test("can be read without a script", async () => {
    const { page } = await open({ javaScriptEnabled: false, hash: "#sessions/expires" });
    expect(await page.locator("#filters").isVisible()).toBe(false);
    expect(await page.locator("[id='sessions/expires']").isVisible()).toBe(true);
    expect(await page.locator("[id='sessions/expires']").textContent()).toContain("needs clock");
  });

  test.each([
    { colorScheme: "light", width: 1100 },
    { colorScheme: "dark", width: 1100 },
    { colorScheme: "light", width: 360 },
  ] as const)("is accessible and never wider than the window ($colorScheme, $width)", async (manner) => {
    const { page } = await open(manner);
    await page.evaluate(`for (const one of document.querySelectorAll("details")) one.open = true`);
    await page.evaluate(axe);
    const broken = await page.evaluate(async () => {
      const run = Reflect.get(globalThis, "axe") as {
        run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>;
      };
      const { violations } = await run.run();
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.failureSummary} ${nodes[0]?.html}`);
    });
    expect(broken).toEqual([]);
    expect(await page.evaluate(`document.documentElement.scrollWidth`)).toBe(manner.width);
  });
});
