// Makes reports/sample: a run against a server with one fault, as files and as pictures. Needs Debian's chromium.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const escape = "\u001b";
const bin = new URL("../dist/src/cli/main.js", import.meta.url).pathname;
const sample = new URL("../reports/sample/", import.meta.url).pathname;
const files = ["report.json", "report.html", "junit.xml"];
const colours = { 1: "bold", 2: "dim", 31: "red", 32: "green", 33: "yellow", 35: "magenta", 36: "cyan" };

mkdirSync(sample, { recursive: true });
const made = await judged("idempotency-replay-creates-session");
for (const file of files) copyFileSync(join(made.folder, file), join(sample, file));
await photographed(made.output, join(made.folder, "report.html"));

/** Runs the built command against the reference server with a fault, as a user would. */
async function judged(fault) {
  const cwd = mkdtempSync(join(tmpdir(), "kadosei-sample-"));
  const server = spawn(process.execPath, [bin, "serve", "--json", "--fault", fault]);
  const [line] = await once(server.stdout, "data");
  const { url, merchants } = JSON.parse(line.toString());
  const [{ email, password }] = merchants;
  const without = "clock,checkout,receiver,refundFailure,secondMerchant,invites";
  const args = [
    "--url",
    url,
    "--email",
    email,
    "--suite",
    "idempotency",
    "--seed",
    "7",
    "--without",
    without,
  ];
  const env = { PATH: process.env.PATH, KADOSEI_PASSWORD: password, FORCE_COLOR: "1", LANG: "C.UTF-8" };
  const output = outputOf([bin, ...args], { cwd, env });
  server.kill();
  const [run] = readdirSync(join(cwd, "reports"));
  return {
    folder: join(cwd, "reports", run),
    output: `$ kadosei-conformance --url ${url} --suite idempotency\n${output}`,
  };
}

/** A run that finds something ends with 1; its output is what is wanted all the same. */
function outputOf(args, options) {
  try {
    return execFileSync(process.execPath, args, options).toString();
  } catch ({ stdout }) {
    return stdout.toString();
  }
}

async function photographed(output, page) {
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
  await shot(browser, "report.png", { width: 1100, height: 1150 }, (tab) =>
    tab.goto(pathToFileURL(page).href),
  );
  await shot(browser, "console.png", { width: 1040, height: 560 }, (tab) => tab.setContent(terminal(output)));
  await browser.close();
}

async function shot(browser, name, viewport, open) {
  const tab = await browser.newPage({ viewport });
  await open(tab);
  await tab.screenshot({ path: join(sample, name) });
  await tab.close();
}

/** The beginning and the end of what a terminal shows: the first violation, then the table and the outcome. */
function terminal(output) {
  const lines = output
    .trimEnd()
    .split("\n")
    .map((line) => cut(line, 128));
  const found = lines.findIndex((line) => line.includes("What was found"));
  const failure = lines.findIndex((line, index) => index > found && line.includes("✗"));
  const beginning = [...lines.slice(0, 3), "…", ...lines.slice(found, found + 2)];
  const shown = [...beginning, ...lines.slice(failure, failure + 12), "…", ...lines.slice(-9)];
  const style =
    "body{margin:0;background:#14191f;color:#d7dde5;font:13px/1.45 'DejaVu Sans Mono',monospace}" +
    "pre{margin:1rem 1.2rem;font:inherit}.bold{font-weight:700;color:#fff}.dim{color:#8a97a6}.red{color:#ff7b72}" +
    ".green{color:#6fd396}.yellow{color:#f2bd66}.magenta{color:#e39be3}.cyan{color:#72cfe2}";
  return `<style>${style}</style><pre>${shown.map(coloured).join("\n")}</pre>`;
}

/** A line as wide as the picture; escape codes take no place. */
function cut(line, columns) {
  let left = columns;
  const parts = line.split(new RegExp(`(${escape}\\[\\d+m)`)).map((part) => {
    if (part.startsWith(escape)) return part;
    const shown = part.length > left ? `${part.slice(0, Math.max(0, left - 1))}${left > 0 ? "…" : ""}` : part;
    left -= part.length;
    return shown;
  });
  return parts.join("");
}

function coloured(line) {
  const escaped = line.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  let open = 0;
  const text = escaped.replaceAll(new RegExp(`${escape}\\[(\\d+)m`, "g"), (_, code) => {
    if (code !== "0") {
      open += 1;
      return `<span class="${colours[code]}">`;
    }
    const closing = "</span>".repeat(open);
    open = 0;
    return closing;
  });
  return text + "</span>".repeat(open);
}
