import { writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, relative, resolve } from "node:path";
import { type FaultResult, type Matrix, nearest } from "../model/index.ts";
import { faultNames } from "../reference/index.ts";
import {
  matrixLines,
  matrixMarkdown,
  needsLook,
  openScreen,
  type Screen,
  summariseFaults,
} from "../report/index.ts";
import { matching } from "../runner/index.ts";
import { type Context, notJudgedExitCode } from "./context.ts";
import { tryAll } from "./fault-threads.ts";
import type { Shard } from "./flags.ts";
import { joinedMatrix } from "./join-faults.ts";
import { createRunFolder, createRunId } from "../library/run-folder.ts";
import { edition, tool } from "../library/tool.ts";
import { UsageError } from "./usage-error.ts";

export interface FaultsFlags {
  readonly only?: readonly string[];
  readonly own?: boolean;
  readonly jobs?: number;
  readonly seed: number;
  readonly out: string;
  readonly shard?: Shard;
  readonly join?: readonly string[];
}

/** Runs every fault of the reference server against the suites: the matrix; or joins what shards of it found. */
export async function faultsCommand(flags: FaultsFlags, context: Context): Promise<number> {
  const { join: shards } = flags;
  const joined = shards === undefined ? undefined : joinedMatrix(shards, context.cwd);
  const names = chosen(flags);
  const runId = createRunId(new Date());
  const folder = createRunFolder(resolve(context.cwd, flags.out), runId);
  const screen = openScreen(context.print, context.terminal);
  const found = joined ?? (await triedAll(names, flags, context, screen));
  const matrix = { ...found, runId, summary: summariseFaults(found.faults) };
  screen.print(...matrixLines(screen.paint, matrix, relative(context.cwd, folder) || folder));
  writeFileSync(join(folder, "faults.json"), `${JSON.stringify(matrix, undefined, 2)}\n`);
  writeFileSync(join(folder, "faults.md"), matrixMarkdown(matrix));
  if (context.signal.aborted) return notJudgedExitCode;
  return matrix.summary.own === names.length ? 0 : 1;
}

async function triedAll(
  names: readonly string[],
  flags: FaultsFlags,
  context: Context,
  screen: Screen,
): Promise<Omit<Matrix, "runId" | "summary">> {
  const { seed, own: ownOnly = false } = flags;
  const startedAt = new Date();
  const faults = await tried(names, flags, context, screen);
  const durationMs = Date.now() - startedAt.getTime();
  return { tool, edition, startedAt: startedAt.toISOString(), durationMs, seed, ownOnly, faults };
}

/** The faults that the flags name; a shard takes every n-th, so that each gets some of every chapter. */
function chosen({ only = [], shard = { index: 1, of: 1 } }: FaultsFlags): readonly string[] {
  const all = faultNames();
  const globs = only.map((glob) => ({ glob, means: matching(glob) }));
  const unknown = globs.find(({ means }) => !all.some((id) => means({ id })));
  if (unknown !== undefined) throw noFault(unknown.glob, all);
  const names = all
    .filter((id) => globs.length === 0 || globs.some(({ means }) => means({ id })))
    .filter((_, i) => i % shard.of === shard.index - 1);
  if (names.length === 0) throw new UsageError("the shard holds no fault", "give fewer shards with --shard");
  return names;
}

function noFault(glob: string, known: readonly string[]): UsageError {
  const meant = nearest(glob, known);
  const hint =
    meant === undefined ? `${known.length} are known, such as ${known[0]}` : `did you mean ${meant}?`;
  return new UsageError(`no fault matches "${glob}"`, hint);
}

/** Waiting out a delivery that does not come takes no processor, so short trials share one. */
const trialsPerCore = 3;

function tried(
  names: readonly string[],
  { own: ownOnly = false, seed, jobs }: FaultsFlags,
  { signal, warn }: Context,
  screen: Screen,
): Promise<readonly FaultResult[]> {
  const cores = availableParallelism();
  const done: FaultResult[] = [];
  const tell = (result: FaultResult) => {
    done.push(result);
    const looks = done.filter(needsLook).length;
    screen.status(() => `${done.length}/${names.length}, ${looks} to look at  ${result.fault}`);
  };
  signal.addEventListener("abort", () => warn("Stopping: writing what was tried."));
  return tryAll({
    names,
    manner: { seed, ownOnly },
    jobs: jobs ?? cores * (ownOnly ? trialsPerCore : 1),
    threads: cores,
    signal,
    tried: tell,
  });
}
