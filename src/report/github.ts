import type { RequirementResult, RunReport } from "../model/index.ts";
import { findings, isAgainstTarget, reasonOf } from "./evidence.ts";
import { outcomeWords } from "./outcome-words.ts";
import { tallyWords } from "./tally.ts";
import { count, cut, printable } from "./text.ts";

type Severity = "error" | "warning" | "notice";

/** GitHub shows ten annotations of a kind per step, and drops the others. */
const most = 10;

/** Workflow commands: an annotation for each failure and warning, and one for the outcome. */
export function renderGithub(report: RunReport): string {
  const { requirements, summary, reasons } = report;
  const failures = requirements.filter(
    (result) => isAgainstTarget(report, result) || result.verdict === "errored",
  );
  const warnings = requirements.filter((result) => result.verdict === "warned" && !failures.includes(result));
  const lines = [
    ...annotations("error", failures),
    ...annotations("warning", warnings),
    command("notice", "Outcome", `${outcomeWords(report)}: ${[tallyWords(summary), ...reasons].join(" · ")}`),
  ];
  return `${lines.join("\n")}\n`;
}

function annotations(severity: Severity, results: readonly RequirementResult[]): string[] {
  if (results.length <= most) return results.map((result) => annotation(severity, result));
  const shown = results.slice(0, most - 1).map((result) => annotation(severity, result));
  const left = results.slice(most - 1).map(({ id }) => id);
  return [...shown, command(severity, count(left.length, "requirement") + " more", left.join(", "))];
}

function annotation(severity: Severity, result: RequirementResult): string {
  const { id, level, title, verdict, reproduce } = result;
  const first = findings(result)[0]?.violation;
  const reason = reasonOf(result);
  const lines = [
    `The API ${level} ${title}.`,
    ...(first === undefined ? [] : [`${first.where}: expected ${first.expected}, got ${first.actual}`]),
    ...(reason === undefined ? [] : [reason]),
    reproduce,
  ];
  return command(severity, `${verdict}: ${id}`, lines.map((line) => cut(printable(line), 800)).join("\n"));
}

function command(severity: Severity, title: string, message: string): string {
  return `::${severity} title=${escaped(cut(printable(title), 200))
    .replaceAll(":", "%3A")
    .replaceAll(",", "%2C")}::${escaped(message)}`;
}

/** What the runner reads back; nothing else may end the line. */
function escaped(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
