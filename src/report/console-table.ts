import type { RunReport, Summary, Verdict } from "../model/index.ts";
import { bySuite, occurring, summaryOf } from "./fold.ts";
import type { Paint } from "./terminal.ts";
import { printable } from "./text.ts";
import { inVerdictColour } from "./verdict-style.ts";

/** Counts per suite, one column for each verdict that occurs, and their sums. */
export function summaryTable(paint: Paint, report: RunReport): string[] {
  const columns = occurring(report.summary).map(([verdict]) => verdict);
  if (columns.length === 0) return [];
  const suites = [...bySuite(report.requirements)].map(([suite, results]): Row => [
    printable(suite),
    summaryOf(results),
  ]);
  const width = Math.max("total".length, ...suites.map(([name]) => name.length));
  const heads = columns.map((verdict) => inVerdictColour(paint, verdict, verdict.padStart(8)));
  return [
    `  ${"".padEnd(width)}${heads.join("")}`,
    ...suites.map((row) => tableRow(paint, row, columns, width)),
    tableRow(paint, ["total", report.summary], columns, width),
  ];
}

type Row = readonly [name: string, summary: Summary];

function tableRow(paint: Paint, [name, summary]: Row, columns: readonly Verdict[], width: number): string {
  const cells = columns.map((verdict) => {
    const amount = summary[verdict];
    if (amount === 0) return paint("dim", "·".padStart(8));
    return inVerdictColour(paint, verdict, String(amount).padStart(8));
  });
  return `  ${name.padEnd(width)}${cells.join("")}`;
}
