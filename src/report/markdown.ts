import { type RequirementResult, type RunReport, verdicts } from "../model/index.ts";
import { type Finding, findings, isAgainstTarget, reasonOf, sourceName } from "./evidence.ts";
import { bySuite, occurring, summaryOf } from "./fold.ts";
import { codeBlock, markdownTable, markdownText } from "./markdown-text.ts";
import { outcomeWords } from "./outcome-words.ts";
import { tallyWords } from "./tally.ts";
import { chapterName, count, cut, duration } from "./text.ts";
import { plainSign } from "./verdict-style.ts";

/** A comment on a pull request holds 65,536 characters. */
const mostCharacters = 60_000;

/** `report.md`: the run as a comment on a pull request or a job's summary; what fails in full, the rest in numbers. */
export function renderMarkdown(report: RunReport): string {
  const found = report.requirements.filter(
    (result) =>
      isAgainstTarget(report, result) ||
      result.verdict === "warned" ||
      result.verdict === "errored" ||
      result.expected !== undefined,
  );
  const head = [heading(report), chapterTable(report)];
  const sections = fitting(found.map(section), mostCharacters - head.join("").length - 500);
  const left = found.length - sections.length;
  const more = left > 0 ? [`${count(left, "requirement")} more, all in report.html.`] : [];
  return `${[...head, ...sections, ...more, closing(report)].join("\n\n")}\n`;
}

function heading(report: RunReport): string {
  const { target, edition, reasons, requirements, summary } = report;
  return [
    `## ${markdownText(outcomeWords(report))}: ${tallyWords(summary)}`,
    "",
    `${markdownText(target.url)} · edition ${markdownText(edition)} · ${count(requirements.length, "requirement")}`,
    ...(target.live ? ["", "**Live keys were allowed on this target.**"] : []),
    ...(reasons.length === 0
      ? []
      : ["", ...reasons.slice(0, 20).map((reason) => `- ${markdownText(reason, 600)}`)]),
  ].join("\n");
}

function chapterTable({ requirements, summary }: RunReport): string {
  const columns = verdicts.filter((verdict) => summary[verdict] > 0);
  const heads = ["Chapter", ...columns.map((verdict) => `${plainSign(verdict)} ${verdict}`)];
  const rows = [...bySuite(requirements)].map(([suite, results]) => {
    const counts = new Map(occurring(summaryOf(results)));
    return [markdownText(chapterName(suite)), ...columns.map((verdict) => String(counts.get(verdict) ?? ""))];
  });
  const total = ["**Total**", ...columns.map((verdict) => `**${summary[verdict]}**`)];
  return markdownTable(heads, [...rows, total]);
}

function section(result: RequirementResult): string {
  const { id, verdict, level, title, source, reproduce } = result;
  const reason = reasonOf(result);
  const heard = findings(result);
  return [
    `<details><summary>${plainSign(verdict)} ${verdict} · ${level} · ${htmlText(id)}</summary>`,
    "",
    `The API ${level} ${markdownText(title)}. Source: ${markdownText(sourceName(source))}`,
    ...(reason === undefined ? [] : ["", markdownText(reason)]),
    ...heard.slice(0, 3).flatMap(findingLines),
    ...(heard.length > 3 ? ["", `${heard.length - 3} more violations, all in report.html.`] : []),
    "",
    codeBlock(cut(reproduce, 1000), "sh"),
    "",
    "</details>",
  ].join("\n");
}

function findingLines({ variant, violation }: Finding): string[] {
  const { where, expected, actual, hint, exchange } = violation;
  const name = variant === undefined ? "" : `${variant}: `;
  return [
    "",
    markdownText(`${name}${where}`),
    "",
    codeBlock(`expected  ${cut(expected, 500)}\nactual    ${cut(actual, 500)}`),
    ...(hint === undefined ? [] : ["", markdownText(hint)]),
    ...(exchange === undefined ? [] : ["", codeBlock(cut(exchange.curl, 2500), "sh")]),
  ];
}

function closing({ tool, seed, durationMs, summary, runId }: RunReport): string {
  const requests = count(summary.requests, "request");
  return `${tool.name} ${tool.version} · ${requests} in ${duration(durationMs)} · seed ${seed} · run ${markdownText(runId)}`;
}

function htmlText(text: string): string {
  return markdownText(text).replaceAll("\\", "");
}

function fitting(sections: readonly string[], most: number): readonly string[] {
  let left = most;
  return sections.filter((text) => {
    left -= text.length + 2;
    return left >= 0;
  });
}
