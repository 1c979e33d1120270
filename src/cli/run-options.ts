import { type Command, Option } from "commander";
import type { Flags } from "../config/index.ts";
import type { Detail } from "../report/index.ts";
import { collect, repeat, runShard, type OpenShard } from "./flags.ts";

/** How much is told. */
export interface DetailFlags {
  readonly quiet?: boolean;
  readonly verbose?: boolean;
}

/** The flags of `run`, as commander hands them over. */
export interface RunFlags extends Flags, DetailFlags {
  readonly self?: boolean;
  readonly dryRun?: boolean;
  readonly shard?: OpenShard;
  readonly durations?: string;
  readonly report?: readonly string[];
  readonly out: string;
}

export function detailOf({ quiet, verbose }: DetailFlags): Detail {
  if (quiet === true) return "quiet";
  return verbose === true ? "verbose" : "normal";
}

const targetFlags = ["url", "email", "password", "apiKey", "application", "config", "ca", "proxy"];

export function declareRunOptions(command: Command): Command {
  declareTarget(command.optionsGroup("Target:"));
  declareSelection(command.optionsGroup("What is judged:"));
  declareManner(command.optionsGroup("How:"));
  declareReports(command.optionsGroup("Reports:"));
  return command;
}

/** The flags that say which target is meant, how to reach it, and what it claims; `doctor` takes them too. */
export function declareReach(command: Command): Command {
  declareTarget(command);
  declareClaims(command);
  declareConnection(command);
  return command;
}

/** The same for a target whose URL, claims and means are known. */
export function declareAccess(command: Command): Command {
  declareMerchant(command);
  declareConnection(command);
  return command;
}

function declareTarget(command: Command): void {
  declareMerchant(command.option("--url <url>", "the API to judge"));
  command.addOption(new Option("--self", "judge the bundled reference server").conflicts(targetFlags));
}

function declareMerchant(command: Command): void {
  command
    .option("--email <address>", "the merchant that logs in")
    .option("--password <password>", "safer: KADOSEI_PASSWORD")
    .option("--application <id>", "an existing application, with --api-key")
    .option("--api-key <key>", "its API key; safer: KADOSEI_API_KEY")
    .option("--config <file>", "instead of kadosei-conformance.yaml");
}

function declareClaims(command: Command): void {
  command
    .option("--claims <names>", "core,providers,webhooks,refunds,onboarding", collect)
    .option("--without <means>", "means the run lacks: clock,checkout,receiver,…", collect);
}

function declareConnection(command: Command): void {
  command
    .option("--insecure", "accept any certificate")
    .option("--ca <file>", "certificates to trust (PEM)")
    .option("--proxy <url>", "forward proxy")
    .option("--header <line>", 'sent with every request: "Name: value"', repeat);
}

function declareSelection(command: Command): void {
  declareClaims(command);
  command
    .option("--suite <names>", "only these suites", collect)
    .option("--only <globs>", "only these requirements: 'idempotency/*'", collect)
    .option("--skip <globs>", "all but these requirements", collect)
    .option("--shard <i/n>", "one part of n; /n takes i from JOB_COMPLETION_INDEX", runShard)
    .option("--durations <run>", "shards of equal length, by an earlier run")
    .option("--strict", "a violated SHOULD fails the target")
    .option("--wait-for-expiry", "wait an hour for a token to expire");
}

function declareManner(command: Command): void {
  command
    .option("--seed <number>", "repeat a run with the same values")
    .option("--cases <number>", "cases of each generated requirement (20)")
    .option("--time <duration>", "draw further cases for so long: 90s, 10m, 8h")
    .option("--concurrency <number>", "requests under way at once (8)")
    .option("--rate <number>", "requests per second (50; unlimited on this machine)")
    .option("--timeout <duration>", "of one exchange (10s)")
    .option("--run-timeout <duration>", "of the whole run (60m)")
    .option("--bail", "stop at the first failure")
    .option("--dry-run", "send nothing; tell what a run would do and make");
  declareConnection(command);
}

function declareReports(command: Command): void {
  command
    .option("--report <format[=file]>", "more: github, markdown, sarif=out/api.sarif, …", collect)
    .option("--out <folder>", "where each run gets its folder", "reports")
    .addOption(new Option("--quiet", "the outcome only").conflicts("verbose"))
    .option("--verbose", "all variants, and every exchange as it happens");
}
