import { type ExpectedFailure, nearest, type Selection } from "../model/index.ts";
import type { Judgeable, Suite } from "../suite/index.ts";

/** The selection leaves nothing to judge, or names what does not exist. */
export class SelectionError extends Error {
  override readonly name = "SelectionError";
  readonly code = "SELECTION";
  readonly hint: string;

  constructor(message: string, meant?: string) {
    super(message);
    this.hint =
      meant === undefined
        ? "`kadosei-conformance list` shows every requirement with its id"
        : `did you mean ${meant}?`;
  }
}

/** The requirements that a selection names, in the contract's order. `*` stands for any part of an id. */
export function select(
  suites: readonly Suite[],
  { only, skip, suites: chapters }: Selection,
): readonly Judgeable[] {
  const all = suites.flatMap(({ requirements }) => requirements);
  for (const glob of [...only, ...skip])
    if (!all.some(matching(glob)))
      throw new SelectionError(`no requirement matches "${glob}"`, meantBy(glob, suites));
  const names = suites.map(({ name }) => name);
  for (const name of chapters)
    if (!names.includes(name)) throw new SelectionError(`no suite matches "${name}"`, nearest(name, names));
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
    if (!ids.includes(id))
      throw new SelectionError(`expectedFailures: no requirement has the id "${id}"`, nearest(id, ids));
  }
}

/** What most likely was meant: a requirement whose suite was left out, a whole suite, or one that is spelled alike. */
function meantBy(glob: string, suites: readonly Suite[]): string | undefined {
  const ids = suites.flatMap(({ requirements }) => requirements.map(({ id }) => id));
  const suite = nearest(
    glob.replace(/\/\*$/, ""),
    suites.map(({ name }) => name),
  );
  const whole = suite === undefined ? undefined : `${suite}/*`;
  return ids.find((id) => id.endsWith(`/${glob}`)) ?? whole ?? nearest(glob, ids);
}

/** Tells whether an id is one that a glob means. */
export function matching(glob: string): (requirement: { readonly id: string }) => boolean {
  const parts = glob.split("*").map((part) => part.replace(/[\\^$.+?()[\]{}|]/g, "\\$&"));
  const pattern = new RegExp(`^${parts.join(".*")}$`);
  return ({ id }) => pattern.test(id);
}
