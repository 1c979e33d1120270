import { readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import type { FaultResult, Matrix } from "../model/index.ts";
import { faultNames } from "../reference/index.ts";
import { edition, tool } from "../library/tool.ts";
import { UsageError } from "./usage-error.ts";

/** The matrices of all shards, as one: the faults in their order, the durations summed. */
export function joinedMatrix(places: readonly string[], cwd: string): Omit<Matrix, "runId" | "summary"> {
  const [first, ...others] = places.map((place) => matrixAt(place, cwd));
  if (first === undefined)
    throw new UsageError("no shard is named", "give the folders that hold faults.json");
  const shards = [first, ...others];
  for (const { place, matrix } of shards) requireAlike(place, matrix, first.matrix);
  const { seed, ownOnly } = first.matrix;
  return {
    tool,
    edition,
    startedAt: shards.map(({ matrix }) => matrix.startedAt).toSorted()[0] ?? "",
    durationMs: shards.reduce((sum, { matrix }) => sum + matrix.durationMs, 0),
    seed,
    ownOnly,
    faults: inOrder(shards.flatMap(({ matrix }) => matrix.faults)),
  };
}

interface Placed {
  readonly place: string;
  readonly matrix: Matrix;
}

function matrixAt(place: string, cwd: string): Placed {
  const path = resolve(cwd, place);
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  try {
    const value = JSON.parse(readFileSync(isFolder ? join(path, "faults.json") : path, "utf8")) as Matrix;
    if (!Array.isArray(value?.faults) || typeof value.tool?.version !== "string")
      throw new Error("it holds no faults");
    return { place, matrix: value };
  } catch (cause) {
    throw new UsageError(
      `${place} is no matrix: ${(cause as Error).message}`,
      "give a folder with faults.json",
      {
        cause,
      },
    );
  }
}

function requireAlike(place: string, matrix: Matrix, first: Matrix): void {
  const own: readonly (readonly [what: string, found: unknown, wanted: unknown])[] = [
    ["version", matrix.tool.version, tool.version],
    ["edition", matrix.edition, edition],
    ["seed", matrix.seed, first.seed],
    ["form (--own)", matrix.ownOnly, first.ownOnly],
  ];
  const odd = own.find(([, found, wanted]) => found !== wanted);
  if (odd === undefined) return;
  const [what, found, wanted] = odd;
  throw new UsageError(`${place} has another ${what}: ${found} instead of ${wanted}`, "run that shard again");
}

/** Every fault once, as they are listed. */
function inOrder(faults: readonly FaultResult[]): readonly FaultResult[] {
  const tried = new Map(faults.map((result) => [result.fault, result]));
  if (tried.size < faults.length)
    throw new UsageError("a fault was tried by two of the shards", "give every shard once");
  const known = faultNames();
  const missing = known.filter((name) => !tried.has(name));
  if (missing.length > 0)
    throw new UsageError(
      `${missing.length} of ${known.length} faults are in none of the shards, such as ${missing[0]}`,
      "give all shards, each tried to its end",
    );
  return known.flatMap((name) => tried.get(name) ?? []);
}
