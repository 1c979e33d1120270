#!/usr/bin/env node
import { CommanderError } from "commander";
import { createAsk } from "./ask.ts";
import { type Context, notJudgedExitCode, usageExitCode } from "./context.ts";
import { type Failure, failureFrom } from "./failure.ts";
import { knowsLinks } from "./links.ts";
import { createProgram } from "./program.ts";

const interruption = new AbortController();

for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, interrupt);
for (const event of ["uncaughtException", "unhandledRejection"] as const) process.on(event, crash);
for (const stream of [process.stdout, process.stderr]) stream.on("error", outputLost);
let lost = false;

const ask: Context["ask"] = createAsk(process.stdin, { print, signal: interruption.signal });

const context: Context = {
  cwd: process.cwd(),
  env: process.env,
  terminal: {
    isTTY: isLive(process.env),
    columns: process.stdout.columns ?? 80,
    colours: wantsColours(process.env),
    unicode: knowsUnicode(process.env),
    links: isLive(process.env) && knowsLinks(process.env),
  },
  signal: interruption.signal,
  print,
  warn: (line) => void process.stderr.write(`${line}\n`),
  ...(process.stdin.isTTY === true && process.stdout.isTTY === true ? { ask } : {}),
};

leave(await main());

async function main(): Promise<number> {
  const { command, exitCode } = createProgram(context);
  try {
    await command.parseAsync();
    return exitCode();
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : usageExitCode;
    return report(failureFrom(error));
  }
}

function report({ lines, exitCode }: Failure): number {
  lines.forEach(context.warn);
  return exitCode;
}

/** The first time the run ends in order, the second time at once. */
function interrupt(): void {
  if (interruption.signal.aborted) process.exit(notJudgedExitCode);
  interruption.abort();
}

/** Node's own exit code for a crash, 1, would read as the target's failure. */
function crash(error: unknown): void {
  report(failureFrom(error));
  process.exit(notJudgedExitCode);
}

/** A file takes its text at once, and a full disk throws. */
function print(text: string): void {
  try {
    process.stdout.write(text);
  } catch (error) {
    outputLost(error as NodeJS.ErrnoException);
  }
}

/** A reader that has seen enough (`| head`) is no reason to stop judging; neither is a full disk, but it is said. */
function outputLost({ code, message }: NodeJS.ErrnoException): void {
  if (code === "EPIPE" || lost) return;
  lost = true;
  context.warn(`error: cannot write to standard output: ${message}`);
}

/** Leaves when all is written; a connection that a target keeps open holds nobody back. */
function leave(exitCode: number): void {
  process.exitCode = lost && exitCode === 0 ? notJudgedExitCode : exitCode;
  const end = () => process.stderr.write("", () => process.exit());
  if (lost) end();
  else process.stdout.write("", end);
}

function wantsColours(env: NodeJS.ProcessEnv): boolean {
  if ((env["NO_COLOR"] ?? "") !== "") return false;
  if ((env["FORCE_COLOR"] ?? "") !== "") return env["FORCE_COLOR"] !== "0";
  return process.stdout.isTTY === true && env["TERM"] !== "dumb";
}

/** A terminal on which a line can be written again, and whose owner has not asked for plain text. */
function isLive(env: NodeJS.ProcessEnv): boolean {
  return process.stdout.isTTY === true && env["TERM"] !== "dumb" && (env["NO_COLOR"] ?? "") === "";
}

function knowsUnicode(env: NodeJS.ProcessEnv): boolean {
  const locale = [env["LC_ALL"], env["LC_CTYPE"], env["LANG"]].find(
    (name) => name !== undefined && name !== "",
  );
  return env["TERM"] !== "linux" && !/^(C|POSIX)$/.test(locale ?? "UTF-8");
}
