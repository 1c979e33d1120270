import { type RequirementResult, type RunReport, verdicts } from "../model/index.ts";
import { type Case, casesOf, isAgainstTarget, sourceLine } from "./evidence.ts";
import { bySuite, summaryOf } from "./fold.ts";
import { evidenceText, systemOut } from "./junit-text.ts";
import { type XmlElement, element, xmlDocument } from "./xml.ts";

/**
 * JUnit XML, one test suite per suite and one test case per requirement and variant.
 *
 * It stays inside what both schemas of Jenkins allow: `jenkins-junit.xsd` (dtkit's junit-4) and the xUnit plugin's
 * `junit-10.xsd`. Neither knows properties of a test case, so level and source are properties of the suite, named
 * after the requirement, and stand in the test case's output as `[[PROPERTY|name=value]]` too.
 */
export function renderJunit(report: RunReport): string {
  const suites = [...bySuite(report.requirements)].map(([name, results]) => testsuite(report, name, results));
  return xmlDocument(
    element(
      "testsuites",
      { name: report.tool.name, ...tally(report, report.requirements), time: seconds(report.durationMs) },
      suites.length > 0 ? suites : [testsuite(report, "run", [])],
    ),
  );
}

function testsuite(report: RunReport, name: string, results: readonly RequirementResult[]): XmlElement {
  return element(
    "testsuite",
    {
      name,
      ...tally(report, results),
      skipped: casesIn(results).filter(isUnjudged).length,
      time: seconds(results.reduce((sum, { durationMs }) => sum + durationMs, 0)),
      timestamp: report.startedAt,
    },
    [
      element("properties", {}, [...runProperties(report), ...suiteProperties(results)]),
      ...results.flatMap((result) => casesOf(result).map((one) => testcase(report, result, one))),
      ...(report.reasons.length > 0 ? [element("system-err", {}, report.reasons.join("\n"))] : []),
    ],
  );
}

function testcase(report: RunReport, result: RequirementResult, one: Case): XmlElement {
  const variant = one.variant === undefined ? "" : ` [${one.variant}]`;
  return element(
    "testcase",
    { name: `${result.id}${variant}`, classname: `kadosei.${result.suite}`, time: seconds(one.durationMs) },
    [...mark(report, result, one), element("system-out", {}, systemOut(result, one))],
  );
}

/** `skipped` has no attributes in the stricter schema; a premise that failed is no failure of the requirement. */
function mark(report: RunReport, result: RequirementResult, one: Case): XmlElement[] {
  const reason = one.reason ?? result.reason;
  if (isUnjudged(one)) return [element("skipped", {}, `${one.verdict}: ${reason ?? "no reason given"}`)];
  if (one.verdict === "errored")
    return [element("error", { type: "errored", message: reason ?? "the check itself broke" })];
  if (!isAgainstTarget(report, one)) return [];
  const [first] = one.violations;
  const message = first ? `${first.where}: expected ${first.expected}, got ${first.actual}` : result.title;
  const told = reason === undefined ? message : `${message} (${reason})`;
  return [element("failure", { type: result.level, message: told }, evidenceText(result, one))];
}

function tally(report: RunReport, results: readonly RequirementResult[]): Record<string, number> {
  const cases = casesIn(results);
  return {
    tests: cases.length,
    failures: cases.filter((one) => isAgainstTarget(report, one)).length,
    errors: cases.filter((one) => one.verdict === "errored").length,
  };
}

function casesIn(results: readonly RequirementResult[]): Case[] {
  return results.flatMap(casesOf);
}

function isUnjudged({ verdict }: Case): boolean {
  return verdict === "skipped" || verdict === "blocked";
}

function runProperties(report: RunReport): XmlElement[] {
  return [
    property("outcome", report.outcome),
    property("tool", `${report.tool.name} ${report.tool.version}`),
    property("edition", report.edition),
    property("run", report.runId),
    property("target", report.target.url),
    property("seed", String(report.seed)),
    property("strict", String(report.strict)),
  ];
}

/** How many requirements (not test cases) got each verdict, and what each requirement is. */
function suiteProperties(results: readonly RequirementResult[]): XmlElement[] {
  const summary = summaryOf(results);
  return [
    ...verdicts.map((verdict) => property(`requirements.${verdict}`, String(summary[verdict]))),
    ...results.flatMap(({ id, level, source }) => [
      property(`${id}.id`, id),
      property(`${id}.level`, level),
      property(`${id}.source`, sourceLine(source)),
    ]),
  ];
}

function property(name: string, value: string): XmlElement {
  return element("property", { name, value });
}

function seconds(milliseconds: number): string {
  return (Math.max(0, milliseconds) / 1000).toFixed(3);
}
