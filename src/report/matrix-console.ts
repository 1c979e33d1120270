import type { Fate, FaultResult, Matrix } from "../model/index.ts";
import { byChapter, matrixSentence, needsLook, summariseFaults } from "./matrix.ts";
import type { Colour, Paint } from "./terminal.ts";
import { count, cut, duration, printable } from "./text.ts";

/** A selection this small is shown whole; of a larger one only what needs looking at. */
const fewFaults = 40;

const styles: Readonly<Record<Fate, readonly [colour: Colour, words: string]>> = {
  own: ["green", "killed by its own"],
  collateral: ["yellow", "by others only"],
  survived: ["red", "survived"],
  untried: ["magenta", "not tried"],
};

/** `survived           token-lifetime-never-expires  token-lifetime/expires  MUST passed` */
function faultLine(paint: Paint, result: FaultResult, width: number): string {
  const [colour, words] = styles[result.fate];
  const { unrelated, blocked, reason, tries, durationMs } = result;
  const remarks = [
    ...(reason === undefined ? [] : [cut(printable(reason), 200)]),
    ...(unrelated === 0 ? [] : [`${unrelated} in other chapters`]),
    ...(blocked === 0 ? [] : [`${blocked} blocked`]),
    ...(tries > 1 ? [`tried ${tries} times`] : []),
    duration(durationMs),
  ];
  const facts = `${result.breaks}  ${remarks.join(", ")}`;
  return `${paint(colour, words.padEnd(17))}  ${result.fault.padEnd(width)}  ${paint("dim", facts)}`;
}

/** The matrix when all is done: by chapter, then fault by fault. */
export function matrixLines(paint: Paint, matrix: Matrix, folder: string): readonly string[] {
  const shown = matrix.faults.length <= fewFaults ? matrix.faults : matrix.faults.filter(needsLook);
  const width = Math.max(0, ...shown.map(({ fault }) => fault.length));
  return [
    ...chapterTable(paint, matrix),
    "",
    ...shown.map((result) => faultLine(paint, result, width)),
    ...(shown.length === 0 ? [] : [""]),
    paint("bold", `${matrixSentence(matrix)}.`),
    `${count(matrix.summary.faults, "trial")} in ${duration(matrix.durationMs)}, seed ${matrix.seed}. Fault by fault: ${folder}/faults.md`,
  ];
}

function chapterTable(paint: Paint, { faults }: Matrix): readonly string[] {
  const chapters = [...byChapter(faults)];
  const width = Math.max("total".length, ...chapters.map(([name]) => name.length));
  const row = (name: string, results: readonly FaultResult[]) => {
    const { faults: all, own, collateral, survived, wide } = summariseFaults(results);
    const cells = [all, own, collateral, survived, wide].map((amount) => `${amount || "·"}`.padStart(10));
    return `  ${name.padEnd(width)}${cells.join("")}`;
  };
  const heads = ["faults", "own", "others", "survived", "over five"];
  return [
    paint("dim", `  ${"".padEnd(width)}${heads.map((head) => head.padStart(10)).join("")}`),
    ...chapters.map(([name, results]) => row(name, results)),
    row("total", faults),
  ];
}
