import { nearest } from "../model/index.ts";
import type { Problem } from "./configuration-error.ts";
import { type Draft, problemAt, type Rule } from "./draft.ts";
import { at, type Path } from "./tree.ts";

/** Each requirement one that there is, and once; each day one that there is. */
export const expectationsAreSound: Rule = (draft) => {
  const entries = entriesOf(draft);
  const ids = entries.map((entry) => at(entry, ["id"]));
  return entries.flatMap((entry, i) => {
    const path = (key: string) => ["expectedFailures", String(i), key];
    const twice = typeof ids[i] === "string" && ids.indexOf(ids[i]) < i;
    const until = at(entry, ["until"]);
    return [
      ...(twice ? [problemAt(draft, path("id"), "occurs twice; expect each failure once")] : []),
      ...unknownId(draft, path("id"), ids[i]),
      ...(typeof until === "string" && isShapedLikeDay(until) && !isDay(until)
        ? [problemAt(draft, path("until"), "is a day that no calendar has")]
        : []),
    ];
  });
};

/** It would hide nothing, and tell nobody. */
function unknownId(draft: Draft, path: Path, id: unknown): readonly Problem[] {
  const { ids } = draft;
  if (ids === undefined || typeof id !== "string" || id === "" || ids.includes(id)) return [];
  const meant = nearest(id, ids);
  const hint =
    meant === undefined ? "`kadosei-conformance list` shows them all" : `did you mean \`${meant}\`?`;
  return [problemAt(draft, path, `names no requirement; ${hint}`)];
}

function entriesOf(draft: Draft): readonly unknown[] {
  const entries = at(draft.tree, ["expectedFailures"]);
  return Array.isArray(entries) ? entries : [];
}

function isShapedLikeDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(text);
}
