import type { Requirement, Source } from "../model/index.ts";
import { markdownTable } from "./markdown-text.ts";
import { count } from "./text.ts";

/** A requirement, with the reason if nothing judges it. */
export type Listed = Requirement & { readonly untested?: string };

export interface Chapter {
  readonly title: string;
  readonly requirements: readonly Listed[];
}

const levels = ["MUST", "SHOULD", "MAY"] as const;

/** Every requirement by chapter, with its source and how many faults it is shown to catch. */
export function catalogueMarkdown(chapters: readonly Chapter[]): string {
  const all = chapters.flatMap(({ requirements }) => requirements);
  const untested = all.filter((requirement) => requirement.untested !== undefined);
  return [
    "# Requirements",
    "",
    `${count(all.length, "requirement")}: ${tally(all)}. Made by \`npm run catalogue\`; a test sees to it that this page is true.`,
    "",
    "Faults are the faulty servers that a requirement is shown to catch. `kadosei-conformance explain <id>` tells more.",
    "",
    ...chapters.flatMap(chapter),
    ...(untested.length === 0 ? [] : ["## What nothing judges", "", ...untested.map(reason), ""]),
  ].join("\n");
}

function chapter({ title, requirements }: Chapter): string[] {
  const rows = requirements.map(({ id, level, title: sentence, source, faults, untested }) => [
    `\`${id}\``,
    level,
    cell(sentence),
    sourceLink(source),
    untested === undefined ? String(faults.length) : "untested",
  ]);
  const table = markdownTable(["id", "level", "the API …", "source", "faults"], rows);
  return [`## ${title}`, "", `${tally(requirements)}.`, "", table, ""];
}

function tally(requirements: readonly Listed[]): string {
  return levels
    .map((level) => [level, requirements.filter((one) => one.level === level).length] as const)
    .filter(([, amount]) => amount > 0)
    .map(([level, amount]) => `${amount} ${level}`)
    .join(", ");
}

function reason({ id, untested = "" }: Listed): string {
  return `- \`${id}\`: ${cell(untested)}`;
}

function sourceLink({ code, title, url }: Source): string {
  const words = cell(code === title ? title : `${code}: ${title}`);
  return url === undefined ? words : `[${words}](${url})`;
}

function cell(text: string): string {
  return text.replaceAll(/\s+/g, " ").replaceAll("|", "\\|");
}
