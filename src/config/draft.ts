import type { Problem } from "./configuration-error.ts";
import type { Layer } from "./layer.ts";
import { type Path, at, isTree, spell } from "./tree.ts";

/** The merged settings before it is known whether they are sound. */
export interface Draft extends Layer {
  readonly waitForExpiry: boolean;
  /** Said by a program, which has no command line. */
  readonly isByCode: boolean;
  /** The ids of all requirements, where they are known. */
  readonly ids?: readonly string[] | undefined;
}

/** A rule that spans several keys or that a schema can't tell. Copes with values of any type. */
export type Rule = (draft: Draft) => readonly Problem[];

export function textAt(draft: Draft, path: Path): string | undefined {
  const value = at(draft.tree, path);
  return typeof value === "string" && value !== "" ? value : undefined;
}

export function textsAt(draft: Draft, path: Path): readonly string[] {
  const value = at(draft.tree, path);
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : [];
}

export function has(draft: Draft, path: Path): boolean {
  return at(draft.tree, path) !== undefined;
}

/** Whether something around a path is of the wrong kind, which is reported already. */
export function isObstructed(draft: Draft, path: Path): boolean {
  return path.some((_, i) => {
    const around = at(draft.tree, path.slice(0, i));
    return around !== undefined && !isTree(around);
  });
}

export function problemAt(draft: Draft, path: Path, what: string): Problem {
  return { where: draft.placeOf(path), what: `\`${spell(path)}\` ${what}` };
}
