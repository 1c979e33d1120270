import type { Log, ReportingDescriptor, Result } from "sarif";
import { type ExchangeRecord, type RequirementResult, type RunReport, exitCodes } from "../model/index.ts";
import { type Finding, findings, isAgainstTarget } from "./evidence.ts";
import { stopped } from "./tally.ts";
import { cut, printable } from "./text.ts";

const mostBody = 4500;

/**
 * SARIF 2.1.0: a rule per requirement, a result per violation. Verdicts that accuse nobody are counted in the run's
 * properties and are no results, because code scanning shows every result as an alert.
 */
export function renderSarif(report: RunReport): string {
  const { name, version } = report.tool;
  const { edition, runId, outcome, summary, requirements, seed } = report;
  const found = requirements.filter(({ verdict }) => verdict === "failed" || verdict === "warned");
  const document: Log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name, version, semanticVersion: version, rules: requirements.map(ruleOf) } },
        automationDetails: { id: `${name}/${runId}` },
        invocations: [invocationOf(report)],
        results: found.flatMap((result) => resultsOf(report, result)),
        columnKind: "utf16CodeUnits",
        properties: { edition, outcome, seed, requirements: summary },
      },
    ],
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function invocationOf(report: RunReport) {
  const { outcome, startedAt, reasons } = report;
  return {
    executionSuccessful: outcome !== "not-judged",
    exitCode: exitCodes[outcome],
    startTimeUtc: startedAt,
    endTimeUtc: stopped(report).toISOString(),
    toolExecutionNotifications: reasons.map((text) => ({ message: { text } })),
  };
}

function ruleOf({ id, level, title, source, suite }: RequirementResult): ReportingDescriptor {
  const { url, title: name } = source;
  return {
    id,
    shortDescription: { text: `The API ${level} ${title}` },
    help: { text: `${name}${url === undefined ? "" : `: ${url}`}` },
    ...(url !== undefined && URL.canParse(url) ? { helpUri: url } : {}),
    defaultConfiguration: { level: level === "MUST" ? "error" : level === "SHOULD" ? "warning" : "note" },
    properties: { tags: [suite, level] },
  };
}

function resultsOf(report: RunReport, result: RequirementResult): Result[] {
  const found = findings(result);
  if (found.length === 0) return [resultOf(report, result, undefined)];
  return found.map((finding) => resultOf(report, result, finding));
}

function resultOf(report: RunReport, result: RequirementResult, finding: Finding | undefined): Result {
  const { id, title, level, reproduce, verdict } = result;
  const violation = finding?.violation;
  const evidence =
    violation === undefined
      ? ""
      : ` ${violation.where}: expected ${violation.expected}, got ${violation.actual}.`;
  const name = finding?.variant === undefined ? "" : ` [${finding.variant}]`;
  return {
    ruleId: id,
    kind: "fail",
    level: isAgainstTarget(report, result) ? "error" : "warning",
    message: { text: cut(printable(`The API ${level} ${title}.${name}${evidence}`), 2000) },
    ...(result.expected === undefined
      ? {}
      : { suppressions: [{ kind: "external", justification: result.expected.because }] }),
    locations: [locationOf(report, violation?.exchange)],
    partialFingerprints: { "requirement/v1": `${id}${name}` },
    ...(violation?.exchange === undefined ? {} : messagesOf(violation.exchange)),
    properties: { verdict, reproduce, ...(violation?.hint === undefined ? {} : { hint: violation.hint }) },
  };
}

/** An API has no files; the operation stands where code scanning wants a path. */
function locationOf(
  report: RunReport,
  exchange: ExchangeRecord | undefined,
): NonNullable<Result["locations"]>[0] {
  const path = pathOf(exchange?.request.url ?? report.target.url);
  const method = exchange === undefined ? "" : `${exchange.request.method} `;
  return {
    physicalLocation: {
      artifactLocation: { uri: path.replace(/^\/+/, "") || "api" },
      region: { startLine: 1 },
    },
    logicalLocations: [{ fullyQualifiedName: `${method}${path}`, kind: "resource" }],
  };
}

function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname : "/";
}

function messagesOf({ request, response }: ExchangeRecord): Pick<Result, "webRequest" | "webResponse"> {
  return {
    webRequest: {
      method: request.method,
      target: request.url,
      headers: Object.fromEntries(request.headers),
      ...(request.body === undefined ? {} : { body: { text: cut(request.body, mostBody) } }),
    },
    webResponse:
      response === undefined
        ? { noResponseReceived: true }
        : {
            statusCode: response.status,
            headers: Object.fromEntries(response.headers),
            body: { text: cut(response.body, mostBody) },
          },
  };
}
