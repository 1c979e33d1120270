import { escapeCharacter } from "./text.ts";

/** HTML that is safe to be put into a page as it is. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** The source is indented, the page need not be. */
const indentation = /\n\s+/g;

/** What may stand in a template: markup as it is, everything else as text. */
export type Content = Markup | string | number | undefined | readonly Content[];

/** HTML with its values escaped: what a target sent can be read on the page, and is never a part of it. */
export function html(parts: TemplateStringsArray, ...values: readonly Content[]): Markup {
  const inside = parts.map((part, index) => part.replace(indentation, "\n") + written(values[index]));
  return new Markup(inside.join(""));
}

/** Controls, bidirectional marks and lone surrogates, but for the white space that a text needs. */
const hidden = /[^\P{Cc}\n\t]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

const references: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function written(content: Content): string {
  if (content === undefined) return "";
  if (content instanceof Markup) return content.text;
  if (typeof content === "object") return content.map(written).join("");
  return String(content)
    .replace(hidden, escapeCharacter)
    .replace(/[&<>"']/g, (character) => references[character] ?? character);
}
