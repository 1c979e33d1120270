import type { Part } from "../runner/index.ts";
import type { Context } from "./context.ts";
import type { OpenShard } from "./flags.ts";
import { readRun } from "./read-run.ts";
import type { RunFlags } from "./run-options.ts";
import { UsageError } from "./usage-error.ts";

/** The part of the run that `--shard` asks for. */
export function partFrom({ shard, seed, durations }: RunFlags, { env, cwd }: Context): Part | undefined {
  if (shard === undefined && durations === undefined) return undefined;
  if (shard === undefined)
    throw new UsageError("--durations divides nothing without --shard", "add --shard 1/4, for one");
  if (seed === undefined && (env["KADOSEI_SEED"] ?? "") === "")
    throw new UsageError(
      "a shard has no seed",
      "give all shards the same --seed: the build's number, for one",
    );
  const part = { index: shard.index ?? indexFrom(shard, env["JOB_COMPLETION_INDEX"]), of: shard.of };
  if (durations === undefined) return part;
  const before = readRun(durations, cwd).requirements;
  return { ...part, durations: new Map(before.map(({ id, durationMs }) => [id, durationMs])) };
}

/** Kubernetes counts the pods of an Indexed Job from 0. */
function indexFrom({ of }: OpenShard, text = ""): number {
  const index = /^\d{1,4}$/.test(text) ? Number(text) + 1 : NaN;
  if (index <= of) return index;
  const what = text === "" ? "is not set" : `is ${text}`;
  throw new UsageError(
    `--shard /${of} takes its index from JOB_COMPLETION_INDEX, which ${what}`,
    `it counts from 0 to ${of - 1} in a Kubernetes Indexed Job; elsewhere write --shard 1/${of}`,
  );
}
