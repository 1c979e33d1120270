import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadSettings } from "../config/index.ts";
import type { RunReport } from "../model/index.ts";
import { emptyFolder, end, type Ended, serve, type Served } from "./cli.test-kit.ts";

const root = new URL("../../", import.meta.url).pathname;
const guides = readdirSync(join(root, ".github/guides")).map((file) => `.github/guides/${file}`);
const pages = ["README.md", ".github/CONTRIBUTING.md", ...guides];
const text = (page: string) => readFileSync(join(root, page), "utf8");

/** Fenced blocks of one language. */
function blocksOf(page: string, language: string): readonly string[] {
  return [...text(page).matchAll(/^```(\w+)\n([^]*?)^```$/gm)].flatMap(([, name, block = ""]) =>
    name === language ? [block] : [],
  );
}

/** Command lines without comments; a line that ends in a backslash goes on in the next. */
function commandsOf(page: string): readonly string[] {
  return blocksOf(page, "sh")
    .flatMap((block) => block.replaceAll("\\\n", " ").split("\n"))
    .map((line) => line.replace(/(^|\s+)#.*$/, "").trim())
    .filter((line) => line !== "");
}

let target: Served;
let path: string;

beforeAll(async () => {
  target = await serve();
  path = emptyFolder();
  const shim = join(path, "npx");
  writeFileSync(shim, `#!/bin/sh\nshift\nexec "${process.execPath}" "${root}dist/src/cli/main.js" "$@"\n`);
  chmodSync(shim, 0o755);
});

afterAll(() => target.stop());

test("the configuration reference is what the schema tells", () => {
  const made = join(emptyFolder(), "configuration.md");
  execFileSync(process.execPath, [join(root, ".ci/configuration-reference.mjs"), made]);
  expect(readFileSync(made, "utf8")).toBe(text(".github/guides/configuration.md"));
});

const ours = "npx kadosei-conformance";

describe.each(pages)("%s", (page) => {
  test("has links that lead somewhere", () => {
    const links = [...text(page).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link = ""]) => link);
    const folder = join(root, page, "..");
    expect(links.filter((link) => !existsSync(join(folder, link)))).toEqual([]);
  });

  test("has configurations that are sound", () => {
    for (const block of blocksOf(page, "yaml")) {
      const cwd = emptyFolder();
      writeFileSync(join(cwd, "kadosei-conformance.yaml"), block);
      const variables = [...block.matchAll(/\$\{(\w+)\}/g)].map(([, name = ""]) => [
        name,
        "a value of some length",
      ]);
      const flags = { url: "https://api.example.com", email: "a@example.com", password: "some password" };
      expect(() => loadSettings({ cwd, env: Object.fromEntries(variables), flags })).not.toThrow();
    }
  });

  test("has commands that exist", () => {
    const { scripts } = JSON.parse(text("package.json")) as { scripts: Record<string, string> };
    for (const command of commandsOf(page).filter((line) => !line.startsWith(ours))) {
      const named = [...command.matchAll(/npm (?:run )?(\w+)/g)].map(([, name = ""]) => name);
      const known = named.every((name) => name === "ci" || Object.hasOwn(scripts, name));
      expect({ command, known: known && /^(npm|export|\.ci\/run)\b/.test(command) }).toEqual({
        command,
        known: true,
      });
    }
  });

  test("has commands that are right", async () => {
    const cwd = emptyFolder();
    for (const block of blocksOf(page, "yaml").filter((yaml) => yaml.includes("kadosei-conformance.yaml")))
      writeFileSync(join(cwd, "kadosei-conformance.yaml"), filledIn(block, cwd));
    for (const command of commandsOf(page).filter((line) => line.startsWith(ours))) {
      const { code, stdout, stderr } = await carriedOut(filledIn(command, cwd), cwd);
      const expected = runsOnly.test(command) ? [0, 1, 3] : [0];
      const isRight = expected.includes(code ?? NaN) && !/^ +at /m.test(stderr);
      expect({ command, isRight, told: isRight ? "" : stdout + stderr }).toEqual({
        command,
        isRight: true,
        told: "",
      });
    }
  }, 120_000);
});

/** What stands in an example for something of the reader's own. */
function filledIn(example: string, cwd: string): string {
  const [{ email } = { email: "" }] = target.merchants;
  return example
    .replaceAll("https://staging.example.com", target.url)
    .replaceAll("owner@example.com", email)
    .replaceAll("--url …", `--url ${target.url}`)
    .replaceAll("--email …", `--email ${email}`)
    .replaceAll(/(?:reports\/)?<run>/g, () => join("reports", lastRun(cwd)));
}

/** The latest run that can be certified; a matrix of faults has a folder among the runs. */
function lastRun(cwd: string): string {
  const runs = readdirSync(join(cwd, "reports")).toSorted().toReversed();
  return runs.find((run) => isWhole(join(cwd, "reports", run, "report.json"))) ?? "";
}

function isWhole(file: string): boolean {
  if (!existsSync(file)) return false;
  const { outcome, selection } = JSON.parse(readFileSync(file, "utf8")) as RunReport;
  return outcome.startsWith("conformant") && selection.only.length === 0;
}

const few = "authentication/issues-token,idempotency/replay-creates-nothing";
const runsOnly = /^npx kadosei-conformance( run)?( --|$)/;

/** One requirement is enough to show that a command is right; what is to be certified is judged whole. */
function shortened(command: string): string {
  const isSelective = /--(only|suite|without|help)\b/.test(command);
  if (command.startsWith(`${ours} faults`))
    return `${command.replace("'idempotency-*'", "idempotency-replay-creates-session")} --own`;
  if (command.startsWith(`${ours} serve`)) return `${command} --json`;
  return runsOnly.test(command) && !isSelective ? `${command} --only ${few}` : command;
}

async function carriedOut(command: string, cwd: string): Promise<Ended> {
  const [{ email, password } = { email: "", password: "" }] = target.merchants;
  const merchant = { KADOSEI_URL: target.url, KADOSEI_EMAIL: email, KADOSEI_PASSWORD: password };
  const env = { PATH: [path, process.env["PATH"]].join(delimiter), ...merchant };
  const child = spawn("sh", ["-c", `exec ${shortened(command)}`], { cwd, env });
  const ended = end(child);
  if (command.startsWith(`${ours} serve`)) {
    await Promise.race([once(child.stdout, "data"), ended]);
    child.kill("SIGTERM");
  }
  return ended;
}
