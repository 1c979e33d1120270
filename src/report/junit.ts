import { type RequirementResult, type RunReport, verdicts } from "../model/index.ts";
import {
  type Case,
  casesOf,
  expectation,
  isAgainstTarget,
  isExpectedFailure,
  sourceLine,
} from "./evidence.ts";
import { summaryOf } from "./fold.ts";
import { evidenceText, systemOut } from "./junit-text.ts";
import { type XmlElement, element, xmlDocument } from "./xml.ts";

/**
 * JUnit XML: a test suite per requirement, in which each variant is a test case, behind one that tells of the run.
 *
 * It stays inside what both schemas of Jenkins allow: `jenkins-junit.xsd` (dtkit's junit-4) and the xUnit plugin's
 * `junit-10.xsd`. Neither knows properties of a test case; so id, level and source are those of the requirement's
 * suite, and stand in the test case's output as `[[PROPERTY|name=value]]` too.
 */
export function renderJunit(report: RunReport): string {
  return xmlDocument(
    element(
      "testsuites",
      { name: report.tool.name, ...tally(report, report.requirements), time: seconds(report.durationMs) },
      [runSuite(report), ...report.requirements.map((result) => requirementSuite(report, result))],
    ),
  );
}

function runSuite(report: RunReport): XmlElement {
  return element(
    "testsuite",
    { name: "run", ...tally(report, []), skipped: 0, time: seconds(0), timestamp: report.startedAt },
    [
      element("properties", {}, runProperties(report)),
      ...(report.reasons.length > 0 ? [element("system-err", {}, report.reasons.join("\n"))] : []),
    ],
  );
}

function requirementSuite(report: RunReport, result: RequirementResult): XmlElement {
  const { id, level, source, durationMs } = result;
  return element(
    "testsuite",
    {
      name: id,
      ...tally(report, [result]),
      skipped: casesOf(result).filter((one) => isUnjudged(one) || isExpectedFailure(report, one)).length,
      time: seconds(durationMs),
      timestamp: report.startedAt,
    },
    [
      element("properties", {}, [
        property("id", id),
        property("level", level),
        property("source", sourceLine(source)),
      ]),
      ...casesOf(result).map((one) => testcase(report, result, one)),
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
  if (one.expected !== undefined && isExpectedFailure(report, one))
    return [element("skipped", {}, `${one.verdict} as ${expectation(one.expected)}`)];
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

/** What the run was, and how many requirements (not test cases) got each verdict. */
function runProperties(report: RunReport): XmlElement[] {
  const summary = summaryOf(report.requirements);
  return [
    property("outcome", report.outcome),
    property("tool", `${report.tool.name} ${report.tool.version}`),
    property("edition", report.edition),
    property("run", report.runId),
    property("target", report.target.url),
    property("seed", String(report.seed)),
    property("strict", String(report.strict)),
    ...(report.expectedFailures ?? []).map(({ id, ...entry }) =>
      property(`expectedFailure.${id}`, expectation(entry)),
    ),
    ...verdicts.map((verdict) => property(`requirements.${verdict}`, String(summary[verdict]))),
  ];
}

function property(name: string, value: string): XmlElement {
  return element("property", { name, value });
}

function seconds(milliseconds: number): string {
  return (Math.max(0, milliseconds) / 1000).toFixed(3);
}
