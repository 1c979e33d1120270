import { cut, printable } from "./text.ts";

/** A string of the target's inside a line of Markdown, with nothing in it that would be formatted, linked or mentioned. */
export function markdownText(text: string, most = 300): string {
  return printable(cut(text, most))
    .replaceAll("&", "&amp;")
    .replaceAll(/[\\`*_{}[\]()#+!|~$-]/g, String.raw`\$&`)
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("@", "&#64;")
    .replaceAll("://", ":&#47;/");
}

/** A block of code that its text cannot end. */
export function codeBlock(text: string, language = ""): string {
  const shown = text.split("\n").map(printable).join("\n");
  const ticks = [...shown.matchAll(/`{3,}/g)].reduce((most, [run]) => Math.max(most, run.length + 1), 3);
  return `${"`".repeat(ticks)}${language}\n${shown}\n${"`".repeat(ticks)}`;
}

export function markdownTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return [heads, heads.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
