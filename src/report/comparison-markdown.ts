import { verdicts } from "../model/index.ts";
import type { Compared, Comparison } from "./comparison.ts";
import { change, difference, parts, tallyOf } from "./comparison-console.ts";
import { markdownTable, markdownText } from "./markdown-text.ts";

/** A comment on a pull request is not to become longer than anybody reads. */
const listed = 50;

/** A comparison as a comment on a pull request. Texts of the reports stand in it as texts. */
export function comparisonMarkdown(comparison: Comparison): string {
  const { differences, before, after } = comparison;
  const rows = verdicts
    .filter((verdict) => before[verdict] + after[verdict] > 0)
    .map((verdict) => {
      const [was, is] = [before[verdict], after[verdict]];
      return [verdict, `${was}`, `${is}`, was === is ? "" : difference(was, is)];
    });
  const blocks = [
    `## ${tallyOf(comparison)}`,
    ...(differences.length === 0 ? [] : [differenceTable(comparison)]),
    ...parts.flatMap(([title, of]) => section(title, of(comparison))),
    markdownTable(["Verdict", "before", "after", ""], rows),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function differenceTable({ differences }: Comparison): string {
  const rows = differences.map(({ name, before, after }) => [
    name,
    ...[before, after].map((text) => markdownText(text)),
  ]);
  return markdownTable(["The runs differ in", "before", "after"], rows);
}

function section(title: string, entries: readonly Compared[]): readonly string[] {
  if (entries.length === 0) return [];
  const more = entries.length - listed;
  const lines = [...entries.slice(0, listed).map(entryLine), ...(more > 0 ? [`- and ${more} more`] : [])];
  return [`### ${title}`, lines.join("\n")];
}

function entryLine({ id, level, title, reason, ...verdictsOfBoth }: Compared): string {
  const why = reason === undefined ? "" : ` (${markdownText(reason)})`;
  const texts = [change(verdictsOfBoth), id, `${level} ${title}`].map((text) => markdownText(text));
  return `- ${texts[0]}: **${texts[1]}** ${texts[2]}${why}`;
}
