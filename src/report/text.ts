/** Whatever could steer a terminal or hide in a log: controls, formatting and bidirectional marks, lone surrogates. */
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

const shortEscapes: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** A string of the target's on one line, with nothing in it that a terminal would obey. */
export function printable(text: string): string {
  return text.replace(unprintable, escapeCharacter);
}

/** One character spelled out: `\x1b`, `\u202e`, `\u{e0001}`. */
export function escapeCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  if (code > 0xffff) return `\\u{${hex}}`;
  return (
    shortEscapes[character] ?? (code > 0xff ? `\\u${hex.padStart(4, "0")}` : `\\x${hex.padStart(2, "0")}`)
  );
}

/** The beginning of a long string, saying how much is missing. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const kept = text.slice(0, length).replace(/[\ud800-\udbff]$/u, "");
  return `${kept}… (${text.length - kept.length} more)`;
}

/** The beginning of a line, as wide as a terminal allows. */
export function crop(line: string, columns: number): string {
  const characters = [...line];
  return characters.length <= columns ? line : `${characters.slice(0, Math.max(0, columns - 1)).join("")}…`;
}

export function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? "" : "s"}`;
}

/** A duration as people read it: 84 ms, 2.4 s, 3 min 05 s. */
export function duration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 60_000) return `${(milliseconds / 1000).toFixed(1)} s`;
  const seconds = Math.round(milliseconds / 1000);
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, "0")} s`;
}

/** A suite's name as a heading: `webhook-delivery` is "Webhook delivery"; abbreviations stay in capitals. */
export function chapterName(suite: string): string {
  const words = suite.replaceAll("-", " ").replaceAll(/\bapi\b/g, "API");
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
