// Compares the suites with other tools on faults of the reference server: .github/guides/comparison.md.
//   npm run build && node .ci/comparison.mjs [--bin <folder>]… [--tool <name>]… [--every 48] [--jobs 2]
// Tools are looked for in the folders given, then on the PATH. The findings are kept in reports/comparison.
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { asOpenApi30, description, withExamples } from "./comparison/description.mjs";
import { dredd } from "./comparison/dredd.mjs";
import { portman } from "./comparison/portman.mjs";
import { prism } from "./comparison/prism.mjs";
import { schemathesis } from "./comparison/schemathesis.mjs";
import { stepCi } from "./comparison/step-ci.mjs";
import { startTarget } from "./comparison/target.mjs";
import { faultNames } from "../dist/src/reference/index.js";

const { values: flags } = parseArgs({
  options: {
    bin: { type: "string", multiple: true, default: [] },
    tool: { type: "string", multiple: true },
    every: { type: "string", default: "48" },
    jobs: { type: "string", default: "2" },
  },
});
const cleanRuns = 3;
const tries = 2;
const timeout = 400_000;
const env = {
  ...process.env,
  PATH: [...flags.bin.map((folder) => resolve(folder)), process.env.PATH].join(delimiter),
  STEPCI_DISABLE_ANALYTICS: "1",
};
const kept = new URL("../reports/comparison/", import.meta.url).pathname;
const document = description();
const sample = faultNames().filter((_, index) => index % Number(flags.every) === 0);
mkdirSync(kept, { recursive: true });

for (const tool of [schemathesis, dredd, prism, portman, stepCi]) {
  if (flags.tool !== undefined && !flags.tool.includes(tool.command)) continue;
  const version = (await run(tmpdir(), tool.command, ["--version"])).match(/\d+\.\d+\.\d+/)?.[0];
  if (version === undefined)
    console.log(`${tool.name}: ${tool.command} is missing; give its folder by --bin`);
  else await compare(tool, version);
}
if (flags.tool === undefined || flags.tool.includes("own")) await compareOwn();

/** What a tool says of the clean server is noise; a fault is caught by what it says besides, in every try. */
async function compare(tool, version) {
  const started = performance.now();
  const clean = await inTurn(Array.from({ length: cleanRuns }), () => findings(tool));
  const noise = new Set(clean.flat());
  const result = { tool: tool.name, version, noise: [...noise], judged: {} };
  await inTurn(["", ...sample], async (fault) => {
    result.judged[fault] = await judged(tool, fault, noise);
    result.seconds = Math.round((performance.now() - started) / 1000);
    writeFileSync(join(kept, `${tool.command}.json`), JSON.stringify(result, null, 2));
  });
  const faults = sample.filter((fault) => result.judged[fault].caught);
  const broken = sample.filter((fault) => result.judged[fault].error !== undefined);
  console.log(
    `${tool.name} ${version}: ${noise.size} complaints about the clean server in ${cleanRuns} runs`,
  );
  console.log(`  a further clean run taken for a fault: ${result.judged[""].caught ? "yes" : "no"}`);
  console.log(`  caught ${faults.length} of ${sample.length} in ${result.seconds} s: ${faults.join(", ")}`);
  if (broken.length > 0) console.log(`  came to no end: ${broken.join(", ")}`);
}

async function judged(tool, fault, noise) {
  const news = [];
  try {
    while (news.length < tries && news.at(-1)?.length !== 0) {
      news.push((await findings(tool, fault)).filter((finding) => !noise.has(finding)));
    }
  } catch (error) {
    return { caught: false, news, error: error.message };
  }
  return { caught: news.every((found) => found.length > 0), news };
}

async function findings(tool, fault = "") {
  const folder = mkdtempSync(join(tmpdir(), "kadosei-comparison-"));
  const target = await startTarget(fault, document);
  try {
    const openapi31 = withExamples(document, target);
    const documents = { openapi31, openapi30: asOpenApi30(openapi31) };
    const found = await tool.findings({
      target,
      documents,
      folder,
      env,
      run: (...call) => run(folder, ...call),
    });
    return [...new Set(found.map((finding) => withoutIds(finding, target)))];
  } finally {
    await target.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A finding reads the same on every target. */
function withoutIds(finding, { url, parameters }) {
  const named = Object.entries(parameters).reduce(
    (text, [name, value]) => (value === undefined ? text : text.replaceAll(value, `{${name}}`)),
    finding.replaceAll(url, ""),
  );
  return named.replaceAll(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/gi, "{id}");
}

/** The suites themselves, on the same faults. */
async function compareOwn() {
  const bin = new URL("../dist/src/cli/main.js", import.meta.url).pathname;
  const out = mkdtempSync(join(tmpdir(), "kadosei-comparison-"));
  const only = ["faults", "--own", "--only", sample.join(","), "--out", out];
  console.log(await run(out, process.execPath, [bin, ...only]));
  rmSync(out, { recursive: true, force: true });
}

/** Runs a tool to its end and gives what it printed: that it found something, or is missing, is no error here. */
function run(cwd, command, args) {
  const options = { cwd, env, timeout, maxBuffer: 2 ** 28 };
  return new Promise((done) => {
    execFile(command, args, options, (_, stdout, stderr) => done(stdout + stderr));
  });
}

async function inTurn(items, work) {
  const results = [];
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const index = next++;
      results[index] = await work(items[index]);
    }
  };
  await Promise.all(Array.from({ length: Number(flags.jobs) }, worker));
  return results;
}
