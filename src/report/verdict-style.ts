import type { Outcome, Verdict } from "../model/index.ts";
import type { Colour, Paint } from "./terminal.ts";

interface Style {
  readonly sign: string;
  readonly colour: Colour;
}

const styles: Readonly<Record<Verdict, Style>> = {
  errored: { sign: "‼", colour: "magenta" },
  failed: { sign: "✗", colour: "red" },
  blocked: { sign: "■", colour: "yellow" },
  warned: { sign: "▲", colour: "yellow" },
  noted: { sign: "●", colour: "cyan" },
  skipped: { sign: "○", colour: "dim" },
  passed: { sign: "✓", colour: "green" },
};

/** The sign alone, for reports that colour it in their own way. */
export function plainSign(verdict: Verdict): string {
  return styles[verdict].sign;
}

export function sign(paint: Paint, verdict: Verdict): string {
  return paint(styles[verdict].colour, styles[verdict].sign);
}

/** A sign and the word beside it, so that colour is never the only bearer of a meaning. */
export function signed(paint: Paint, verdict: Verdict, words: string = verdict): string {
  return paint(styles[verdict].colour, `${styles[verdict].sign} ${words}`);
}

export function inVerdictColour(paint: Paint, verdict: Verdict, text: string): string {
  return paint(styles[verdict].colour, text);
}

export const outcomeColours: Readonly<Record<Outcome, Colour>> = {
  conformant: "green",
  "conformant-in-part": "green",
  "non-conformant": "red",
  "not-judged": "yellow",
};
