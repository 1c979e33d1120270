import type { ExpectedFailure, Selection } from "../model/index.ts";
import type { Judgeable, Suite } from "../suite/index.ts";

/** The selection leaves nothing to judge, or names what does not exist. */
export class SelectionError extends Error {
  override readonly name = "SelectionError";
  readonly code = "SELECTION";
  readonly hint = "`kadosei-conformance list` shows every requirement with its id";
}

/** The requirements that a selection names, in the contract's order. `*` stands for any part of an id. */
export function select(
  suites: readonly Suite[],
  { only, skip, suites: chapters }: Selection,
): readonly Judgeable[] {
  const all = suites.flatMap(({ requirements }) => requirements);
  for (const glob of [...only, ...skip]) known(glob, all.some(matching(glob)), "requirement");
  for (const name of chapters)
    known(
      name,
      suites.some((suite) => suite.name === name),
      "suite",
    );
  const selected = all
    .filter(({ suite }) => chapters.length === 0 || chapters.includes(suite))
    .filter((requirement) => only.length === 0 || only.some((glob) => matching(glob)(requirement)))
    .filter((requirement) => !skip.some((glob) => matching(glob)(requirement)));
  if (selected.length === 0) throw new SelectionError("the selection leaves no requirement to judge");
  return selected;
}

/** An expected failure of a requirement that does not exist hides nothing, and tells nobody. */
export function refuseUnknown(suites: readonly Suite[], expected: readonly ExpectedFailure[]): void {
  const ids = suites.flatMap(({ requirements }) => requirements.map(({ id }) => id));
  for (const { id } of expected) {
    if (!ids.includes(id)) throw new SelectionError(`expectedFailures: no requirement has the id "${id}"`);
  }
}

function known(name: string, exists: boolean, kind: string): void {
  if (!exists) throw new SelectionError(`no ${kind} matches "${name}"`);
}

/** Tells whether an id is one that a glob means. */
export function matching(glob: string): (requirement: { readonly id: string }) => boolean {
  const parts = glob.split("*").map((part) => part.replace(/[\\^$.+?()[\]{}|]/g, "\\$&"));
  const pattern = new RegExp(`^${parts.join(".*")}$`);
  return ({ id }) => pattern.test(id);
}
