import type { Fate, FaultResult, Matrix, MatrixSummary } from "../model/index.ts";

/** Knocking over more requirements of other chapters than this, a fault is badly cut, or a cascade was not blocked. */
export const mostUnrelated = 5;

const isWide = ({ unrelated }: FaultResult): boolean => unrelated > mostUnrelated;

const isLate = ({ fate, tries }: FaultResult): boolean => fate === "own" && tries > 1;

/** All is well with a fault that its own requirement notices at once, and few others. */
export const needsLook = (result: FaultResult): boolean =>
  result.fate !== "own" || isWide(result) || isLate(result);

export function summariseFaults(faults: readonly FaultResult[]): MatrixSummary {
  const amount = (fate: Fate) => faults.filter((result) => result.fate === fate).length;
  const own = amount("own");
  const collateral = amount("collateral");
  return {
    faults: faults.length,
    killed: own + collateral,
    own,
    collateral,
    survived: amount("survived"),
    untried: amount("untried"),
    late: faults.filter(isLate).length,
    wide: faults.filter(isWide).length,
  };
}

/** Faults by the chapter that each was written for. */
export function byChapter(faults: readonly FaultResult[]): ReadonlyMap<string, readonly FaultResult[]> {
  const chapters = new Map<string, FaultResult[]>();
  for (const result of faults) {
    const [chapter = ""] = result.breaks.split("/");
    chapters.set(chapter, [...(chapters.get(chapter) ?? []), result]);
  }
  return chapters;
}

/** `660 faults, 658 killed, 657 by their own requirement, 1 by others only, 2 survived, 3 …` */
export function matrixSentence({ summary, ownOnly }: Matrix): string {
  const parts = [
    `${summary.faults} fault${summary.faults === 1 ? "" : "s"}`,
    ...(ownOnly ? [] : [`${summary.killed} killed`]),
    `${summary.own} killed by ${summary.own === 1 ? "its" : "their"} own requirement`,
    ...(summary.late > 0 ? [`${summary.late} of them only when tried again`] : []),
    ...(ownOnly ? [] : [`${summary.collateral} by others only`]),
    `${summary.survived} survived`,
    ...(summary.untried > 0 ? [`${summary.untried} could not be tried`] : []),
    ...(ownOnly
      ? []
      : [`${summary.wide} knocked over more than ${mostUnrelated} requirements of other chapters`]),
  ];
  return parts.join(", ");
}
