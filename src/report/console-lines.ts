import type { RequirementResult, RunHeader, RunNews } from "../model/index.ts";
import { exchangeLine, reasonOf } from "./evidence.ts";
import type { Paint } from "./terminal.ts";
import { count, cut, duration, printable } from "./text.ts";
import { signed } from "./verdict-style.ts";

/** What is run against what, before anything has happened. */
export function openingLines(paint: Paint, run: Omit<RunHeader, "runId" | "startedAt">): string[] {
  const facts = [
    `edition ${run.edition}`,
    `seed ${run.seed}`,
    count(run.planned, "requirement"),
    `claims ${run.claims.join(", ") || "nothing"}`,
    ...(run.given.length > 0 ? [`given ${run.given.join(", ")}`] : []),
    ...(run.without.length > 0 ? [`without ${run.without.join(", ")}`] : []),
    ...(run.expectedFailures === undefined
      ? []
      : [`${count(run.expectedFailures.length, "failure")} expected`]),
    ...(run.strict ? ["strict"] : []),
  ];
  return [
    `${paint("bold", `${run.tool.name} ${run.tool.version}`)} · ${printable(run.target.url)}`,
    paint("dim", facts.map(printable).join(" · ")),
    ...(run.target.live ? [liveWarning(paint)] : []),
    "",
  ];
}

export const liveWords = "LIVE KEYS ARE ALLOWED ON THIS TARGET: SESSIONS AND REFUNDS OF THIS RUN ARE REAL";

export function liveWarning(paint: Paint): string {
  return paint("red", liveWords);
}

/** `✗ failed  MUST   idempotency/replay-creates-nothing  (unstable: 1 of 3)` */
export function verdictLine(paint: Paint, result: RequirementResult, verbose: boolean): string {
  const observed = result.verdict === "noted" && !verbose ? result.notes[0] : undefined;
  const remarks = [reasonOf(result), observed].filter((remark) => remark !== undefined);
  const parts = [
    signed(paint, result.verdict, result.verdict.padEnd(7)),
    paint("dim", result.level.padEnd(6)),
    printable(result.id),
    ...(verbose ? [printable(result.title), paint("dim", duration(result.durationMs))] : []),
    ...remarks.map((remark) => paint("dim", `(${cut(printable(remark), 300)})`)),
  ];
  return parts.join(" ");
}

/** What keeps requirements from being judged; which ones is told at the end. */
export function causeLine(paint: Paint, result: RequirementResult): string {
  const reason = cut(printable(reasonOf(result) ?? "no reason given"), 300);
  return `${signed(paint, result.verdict, result.verdict.padEnd(7))} ${reason}`;
}

/** What `--verbose` adds below a verdict. */
export function variantLines(paint: Paint, result: RequirementResult): string[] {
  const variants = result.variants.map((variant) => {
    const reason = variant.reason === undefined ? "" : ` (${cut(printable(variant.reason), 300)})`;
    const name = printable(variant.name);
    return `    ${signed(paint, variant.verdict, name)}${reason} ${paint("dim", duration(variant.durationMs))}`;
  });
  return [
    ...variants,
    ...result.notes.map((note) => paint("dim", `    note: ${cut(printable(note), 1000)}`)),
  ];
}

/** One exchange as it happens: `POST https://… → 201 in 12 ms · sessions/creates` */
export function exchangedLine(
  paint: Paint,
  { exchange, during }: Extract<RunNews, { readonly type: "exchanged" }>,
): string {
  const line = cut(printable(exchangeLine(exchange)), 400);
  return paint("dim", `    ${line} · ${printable(during)}`);
}
