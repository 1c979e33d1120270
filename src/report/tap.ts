import type { RequirementResult, RunReport } from "../model/index.ts";
import { expectation, findings, isAgainstTarget, reasonOf, violationFacts } from "./evidence.ts";
import { outcomeWords } from "./outcome-words.ts";
import { tallyWords } from "./tally.ts";
import { cut, printable } from "./text.ts";

/**
 * TAP 14, a test point per requirement. A warning is `not ok … # TODO`, which TAP counts as no failure; what was not
 * judged is skipped.
 */
export function renderTap(report: RunReport): string {
  const { requirements, summary } = report;
  const plan = requirements.length === 0 ? "1..0 # SKIP nothing was judged" : `1..${requirements.length}`;
  const points = requirements.flatMap((result, index) => point(report, result, index + 1));
  const closing = [
    `# ${printable(outcomeWords(report))}: ${tallyWords(summary)}`,
    ...report.reasons.map(comment),
  ];
  return `${["TAP version 14", plan, ...points, ...closing].join("\n")}\n`;
}

function point(report: RunReport, result: RequirementResult, number: number): string[] {
  const { verdict, id, title, level } = result;
  const fine = verdict === "passed" || verdict === "noted" || isUnjudged(result);
  const name = `${id} (${level} ${title})`;
  const line = `${fine ? "ok" : "not ok"} ${number} - ${described(name)}${directive(report, result)}`;
  return fine ? [line] : [line, ...diagnosis(result)];
}

function directive(report: RunReport, result: RequirementResult): string {
  const reason = described(cut(reasonOf(result) ?? "no reason given", 300));
  if (isUnjudged(result)) return ` # SKIP ${result.verdict}: ${reason}`;
  if (isAgainstTarget(report, result) || (result.verdict !== "warned" && result.verdict !== "failed"))
    return "";
  return result.expected === undefined
    ? " # TODO warned: a SHOULD"
    : ` # TODO ${described(expectation(result.expected))}`;
}

function isUnjudged({ verdict }: RequirementResult): boolean {
  return verdict === "skipped" || verdict === "blocked";
}

/** A block of YAML in its JSON dialect, which no text can break out of. */
function diagnosis(result: RequirementResult): string[] {
  const reason = reasonOf(result);
  const told = {
    verdict: result.verdict,
    source: result.source.url ?? result.source.title,
    ...(reason === undefined ? {} : { reason: shown(reason) }),
    violations: findings(result)
      .slice(0, 5)
      .map(({ variant, violation }) => ({
        ...(variant === undefined ? {} : { variant: shown(variant) }),
        ...Object.fromEntries(violationFacts(violation).map(([label, text]) => [label, shown(text)])),
      })),
    reproduce: shown(result.reproduce),
  };
  const lines = Object.entries(told).map(([key, value]) => `  ${key}: ${JSON.stringify(value)}`);
  return ["  ---", ...lines, "  ..."];
}

function shown(text: string): string {
  return printable(cut(text, 1000));
}

function comment(text: string): string {
  return `# ${printable(cut(text, 1000))}`;
}

/** `#` would begin a directive. */
function described(text: string): string {
  return printable(text).replaceAll(/[\\#]/g, String.raw`\$&`);
}
