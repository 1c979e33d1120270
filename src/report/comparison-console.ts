import { verdicts } from "../model/index.ts";
import type { Compared, Comparison } from "./comparison.ts";
import type { Paint } from "./terminal.ts";
import { printable } from "./text.ts";
import { sign } from "./verdict-style.ts";

/** What each part of a comparison is called, the most urgent first. */
export const parts: readonly (readonly [
  title: string,
  of: (comparison: Comparison) => readonly Compared[],
])[] = [
  ["Broken", ({ broken }) => broken],
  ["No verdict any more", ({ lost }) => lost],
  ["Unstable", ({ unstable }) => unstable],
  ["Mended", ({ mended }) => mended],
  ["Judged for the first time", ({ gained }) => gained],
  ["Only in the later run", ({ added }) => added],
  ["Only in the earlier run", ({ gone }) => gone],
];

/** A comparison for people at a terminal. */
export function comparisonLines(paint: Paint, comparison: Comparison): readonly string[] {
  const { differences } = comparison;
  return [
    ...differences.map(
      ({ name, before, after }) => `  ${name.padEnd(8)}  ${printable(before)} → ${printable(after)}`,
    ),
    ...(differences.length === 0 ? [] : [""]),
    ...parts.flatMap(([title, of]) => section(paint, title, of(comparison))),
    ...countLines(comparison),
    "",
    tallyOf(comparison),
  ];
}

function section(paint: Paint, title: string, entries: readonly Compared[]): readonly string[] {
  if (entries.length === 0) return [];
  return [paint("bold", title), "", ...entries.flatMap((entry) => entryLines(paint, entry)), ""];
}

function entryLines(paint: Paint, { id, level, title, reason, ...entry }: Compared): readonly string[] {
  const verdict = entry.after ?? entry.before ?? "skipped";
  return [
    `  ${sign(paint, verdict)} ${printable(id)}  ${change(entry)}`,
    `    ${printable(level)} ${printable(title)}`,
    ...(reason === undefined ? [] : [`    ${printable(reason)}`]),
  ];
}

/** "passed → failed", or the only verdict that there is. */
export function change({ before, after }: Pick<Compared, "before" | "after">): string {
  return [before, after]
    .filter((verdict) => verdict !== undefined)
    .map(printable)
    .join(" → ");
}

function countLines({ before, after }: Comparison): readonly string[] {
  const rows = verdicts.filter((verdict) => before[verdict] + after[verdict] > 0);
  return [
    `  ${"".padEnd(8)}  before   after`,
    ...rows.map((verdict) => {
      const [was, is] = [before[verdict], after[verdict]];
      const cells = [was, is].map((amount) => String(amount).padStart(6)).join("  ");
      return `  ${verdict.padEnd(8)}  ${cells}${was === is ? "" : `  ${difference(was, is)}`}`;
    }),
  ];
}

export function difference(was: number, is: number): string {
  return is > was ? `+${is - was}` : String(is - was);
}

/** The whole in one line. */
export function tallyOf(comparison: Comparison): string {
  const { broken, mended, lost, gained, added, gone, same } = comparison;
  const amounts = { broken, mended, lost, gained, new: added, gone };
  const told = Object.entries(amounts).filter(([, { length }]) => length > 0);
  return [...told.map(([name, { length }]) => `${length} ${name}`), `${same} the same`].join(", ");
}
