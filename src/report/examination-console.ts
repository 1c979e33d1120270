import type { Condition, Examination, Sign } from "../model/index.ts";
import { liveWarning } from "./console-lines.ts";
import type { Colour, Paint } from "./terminal.ts";
import { count, cut, printable } from "./text.ts";

const styles: Readonly<Record<Condition, readonly [sign: string, colour: Colour]>> = {
  good: ["✓", "green"],
  note: ["●", "cyan"],
  gap: ["○", "yellow"],
  bad: ["✗", "red"],
};

const headings: Readonly<Record<Sign["about"], string>> = {
  target: "The target",
  capability: "What it serves",
  means: "What a run is given",
};

/** What a look at a target found, the next step below each gap. */
export function examinationLines(
  paint: Paint,
  { tool, target, signs, ready, leftOver }: Examination,
): string[] {
  const sections = Object.entries(headings).flatMap(([about, heading]) => {
    const lines = signs.filter((sign) => sign.about === about).flatMap((sign) => signLines(paint, sign));
    return lines.length === 0 ? [] : ["", paint("bold", heading), ...lines];
  });
  const open = signs.filter(({ condition }) => condition === "gap" || condition === "bad").length;
  return [
    `${paint("bold", `${tool.name} ${tool.version}`)} · ${printable(target.url)}`,
    ...(target.live ? [liveWarning(paint)] : []),
    ...sections,
    "",
    ...leftOver.map(({ kind, id, reason }) => `left on the target: ${printable(`${kind} ${id}: ${reason}`)}`),
    ready
      ? `${paint("bold", paint("green", "READY"))}: a run with these settings can be conformant`
      : `${paint("bold", paint("yellow", "NOT READY"))}: ${count(open, "thing")} to mend, give or waive with --without`,
  ];
}

function signLines(paint: Paint, { name, condition, says, next }: Sign): string[] {
  const [mark, colour] = styles[condition];
  const line = `  ${paint(colour, mark)} ${name.padEnd(14)} ${cut(printable(says), 400)}`;
  return next === undefined ? [line] : [line, `                   → ${next}`];
}
