import { type Path, type Tree, at, lay } from "./tree.ts";

/** Settings from one place: flags, environment, a file, or the bundled reference server. */
export interface Layer {
  readonly tree: Tree;
  /** Where the value (or its key) at a path was written; only asked for paths within the tree. */
  placeOf(path: Path, part?: "key" | "value"): string;
  /** Whether the value came out of a variable, so that it must not be repeated. */
  isBorrowed?(path: Path): boolean;
  /** What variables gave it, and where to. */
  readonly variables?: readonly Variable[];
}

/** A value out of the environment. */
export interface Variable {
  readonly name: string;
  readonly value: string;
  readonly path: Path;
}

export interface Entry {
  readonly path: Path;
  readonly value: unknown;
  readonly place: string;
}

/** A layer of single values, each with its own place. */
export function layerOf(entries: readonly Entry[]): Layer {
  const tree = entries.reduce<unknown>((built, { path, value }) => lay(nest(path, value), built), {});
  return {
    tree: tree as Tree,
    placeOf: (path) => entries.findLast((entry) => overlaps(entry.path, path))?.place ?? "settings",
  };
}

/** Layers laid over each other, the strongest first. A place is that of the strongest layer that has the path. */
export function stack(layers: readonly Layer[]): Layer & { has(path: Path): boolean } {
  const tree = layers.reduceRight<unknown>((under, { tree: over }) => lay(over, under), {}) as Tree;
  const home = (path: Path) => layers.find((layer) => at(layer.tree, path) !== undefined);
  return {
    tree,
    has: (path) => at(tree, path) !== undefined,
    placeOf: (path, part) => home(path)?.placeOf(path, part) ?? placeAround(layers, path),
    isBorrowed: (path) => home(path)?.isBorrowed?.(path) ?? false,
    variables: layers.flatMap(({ variables = [] }) => variables),
  };
}

/** Place of the nearest thing around a path that nobody wrote. */
function placeAround(layers: readonly Layer[], path: Path): string {
  for (let outer = path.slice(0, -1); outer.length > 0; outer = outer.slice(0, -1)) {
    const layer = layers.find(({ tree }) => at(tree, outer) !== undefined);
    if (layer !== undefined) return layer.placeOf(outer, "key");
  }
  return "settings";
}

function nest(path: Path, value: unknown): unknown {
  return path.reduceRight((inner, name) => ({ [name]: inner }), value);
}

function overlaps(one: Path, other: Path): boolean {
  const shared = Math.min(one.length, other.length);
  return one.slice(0, shared).every((step, i) => step === other[i]);
}
