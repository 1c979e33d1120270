import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RunReport } from "../model/index.ts";
import { failureFrom } from "./failure.ts";
import type { Context } from "./context.ts";
import { createProgram } from "./program.ts";

const root = new URL("../../", import.meta.url).pathname;
const bin = join(root, "dist/src/cli/main.js");

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Surroundings {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), "kadosei-cli-"));
}

/** Starts the built command with nothing of this process' environment but what node needs. */
export function start(
  args: readonly string[],
  { cwd = emptyFolder(), env = {} }: Surroundings = {},
): ChildProcess {
  return spawn(process.execPath, [bin, ...args], { cwd, env: { PATH: process.env["PATH"] ?? "", ...env } });
}

export async function end(child: ChildProcess): Promise<Ended> {
  let stdout = "";
  let stderr = "";
  child.stdout?.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, stdout, stderr };
}

export function cli(args: readonly string[], surroundings?: Surroundings): Promise<Ended> {
  return end(start(args, surroundings));
}

export interface Served {
  readonly url: string;
  readonly controlUrl: string;
  readonly merchants: readonly { readonly email: string; readonly password: string }[];
  stop(): Promise<Ended>;
}

/** The built command's reference server. */
export async function serve(...args: readonly string[]): Promise<Served> {
  const child = start(["serve", "--json", ...args]);
  const ended = end(child);
  const [line] = (await Promise.race([once(child.stdout ?? child, "data"), refusal(ended)])) as [Buffer];
  const stop = () => {
    child.kill("SIGTERM");
    return ended;
  };
  return { ...(JSON.parse(line.toString()) as Omit<Served, "stop">), stop };
}

async function refusal(ended: Promise<Ended>): Promise<never> {
  throw new Error(`serve ended: ${(await ended).stderr}`);
}

export interface Written {
  readonly files: readonly string[];
  readonly report: RunReport;
  readonly text: string;
}

/** What the only run in a folder has written. */
export function written(cwd: string): Written {
  const [run = ""] = readdirSync(join(cwd, "reports"));
  const folder = join(cwd, "reports", run);
  const files = readdirSync(folder).toSorted();
  const texts = files.map((file) => readFileSync(join(folder, file), "utf8"));
  const report = JSON.parse(readFileSync(join(folder, "report.json"), "utf8")) as RunReport;
  return { files, report, text: texts.join("\n") };
}

/** The same command in this process: quicker, for what needs no process of its own. */
export async function inProcess(
  args: readonly string[],
  { cwd = emptyFolder(), env = {}, ask }: Surroundings & Pick<Context, "ask"> = {},
): Promise<Ended> {
  let [stdout, stderr] = ["", ""];
  const { command, exitCode } = createProgram({
    cwd,
    env,
    terminal: { isTTY: false, columns: 80, colours: false, unicode: true },
    signal: new AbortController().signal,
    print: (text) => (stdout += text),
    warn: (line) => (stderr += `${line}\n`),
    ...(ask === undefined ? {} : { ask }),
  });
  try {
    await command.parseAsync(args, { from: "user" });
    return { code: exitCode(), stdout, stderr };
  } catch (error) {
    const failure = failureFrom(error);
    return { code: failure.exitCode, stdout, stderr: stderr + failure.lines.join("\n") };
  }
}
