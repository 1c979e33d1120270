import type { Fate, FaultResult, Matrix, MatrixSummary } from "../model/index.ts";
import { byChapter, matrixSentence, summariseFaults } from "./matrix.ts";
import { duration } from "./text.ts";

const columns = ["fault", "own requirement", "fate", "also killed by", "blocked", "errored", "tries", "time"];

const words: Readonly<Record<Fate, string>> = {
  own: "killed by its own",
  collateral: "**killed by others only**",
  survived: "**survived**",
  untried: "**not tried**",
};

/** The matrix as a document: the summary by chapter, then every fault. */
export function matrixMarkdown(matrix: Matrix): string {
  const { tool, edition, startedAt, seed, ownOnly, durationMs } = matrix;
  const judged = ownOnly ? "each against its own requirement only" : "each against all suites";
  const lines = [
    "# Faults against the suites",
    "",
    `${tool.name} ${tool.version}, edition ${edition}, ${startedAt}, seed ${seed}, ${judged}, ${duration(durationMs)}.`,
    "",
    `${matrixSentence(matrix)}.`,
    "",
    ...table(
      ["chapter", "faults", "own", "others only", "survived", "more than 5"],
      chapterRows(matrix.faults),
    ),
    "",
    ...table(columns, matrix.faults.map(faultRow)),
    "",
  ];
  return lines.join("\n");
}

function chapterRows(faults: readonly FaultResult[]): readonly (readonly string[])[] {
  const rows = [...byChapter(faults)].map(([chapter, results]) => [
    chapter,
    ...counts(summariseFaults(results)),
  ]);
  return [...rows, ["total", ...counts(summariseFaults(faults))]];
}

function counts({ faults, own, collateral, survived, wide }: MatrixSummary): readonly string[] {
  return [faults, own, collateral, survived, wide].map(String);
}

function faultRow({ fault, breaks, fate, reason, killedBy, ...result }: FaultResult): readonly string[] {
  const others = killedBy.filter((id) => id !== breaks);
  const also = others.length === 0 ? "" : `${others.length}: ${others.join(", ")}`;
  const why = reason === undefined ? "" : `: ${reason}`;
  const { blocked, errored, tries, durationMs } = result;
  return [
    fault,
    breaks,
    words[fate] + why,
    also,
    `${blocked}`,
    `${errored}`,
    `${tries}`,
    duration(durationMs),
  ];
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  return [heads, heads.map(() => "---"), ...rows].map((cells) => `| ${cells.map(cell).join(" | ")} |`);
}

function cell(text: string): string {
  return text.replaceAll(/\s+/g, " ").replaceAll("|", "\\|");
}
