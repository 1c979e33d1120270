import type { Judgeable } from "../suite/index.ts";
import { SelectionError } from "./select.ts";

/** One part of a run, of several that are judged elsewhere. */
export interface Part {
  /** From 1. */
  readonly index: number;
  readonly of: number;
  /** Milliseconds that requirements took before, by their ids; without any, every requirement counts alike. */
  readonly durations?: ReadonlyMap<string, number>;
}

/**
 * The requirements of one part, in their order; all of them without a part. Whoever divides the same requirements by
 * the same durations gets the same parts. A requirement that watches the whole run is in every part, because each
 * sees its own exchanges only.
 */
export function shardOf(requirements: readonly Judgeable[], part: Part | undefined): readonly Judgeable[] {
  if (part === undefined) return requirements;
  const own = new Set(idsOf(requirements.filter(({ observe }) => observe === undefined).map(idOf), part));
  const chosen = requirements.filter(({ id, observe }) => observe !== undefined || own.has(id));
  if (chosen.length > 0) return chosen;
  throw new SelectionError(`shard ${part.index} of ${part.of} holds no requirement; divide into fewer`);
}

function idOf({ id }: Judgeable): string {
  return id;
}

/** The longest first, each to the part that has the least to do so far. */
function idsOf(ids: readonly string[], { index, of, durations = new Map() }: Part): readonly string[] {
  if (durations.size === 0) return ids.filter((_, i) => i % of === index - 1);
  const usual = median([...durations.values()]);
  const lengths = ids.map((id): [id: string, length: number] => [id, durations.get(id) ?? usual]);
  const parts = Array.from({ length: of }, () => ({ ids: [] as string[], length: 0 }));
  for (const [id, length] of lengths.toSorted(longestFirst)) {
    const idlest = parts.reduce((one, other) => (other.length < one.length ? other : one));
    idlest.ids.push(id);
    idlest.length += length;
  }
  return parts[index - 1]?.ids ?? [];
}

function longestFirst([id, length]: [string, number], [otherId, other]: [string, number]): number {
  return other - length || (id < otherId ? -1 : 1);
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
