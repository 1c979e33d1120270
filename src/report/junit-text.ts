import type { ExchangeRecord, HeaderFields, RequirementResult, ViolationRecord } from "../model/index.ts";
import { type Case, type Fact, exchangeLine, sourceLine, violationFacts } from "./evidence.ts";

/** What a test case says of itself, with every exchange in full and the line that repeats it. */
export function systemOut(result: RequirementResult, one: Case): string {
  const exchanges = one.violations.flatMap(({ exchange }) => exchange ?? []);
  return [
    ...properties(result, one).map(([name, value]) => `[[PROPERTY|${name}=${value}]]`),
    `${result.level}: ${result.title}`,
    ...(one.reason === undefined ? [] : [`${one.verdict}: ${one.reason}`]),
    ...result.notes.map((note) => `note: ${note}`),
    ...(one.verdict === "warned" ? one.violations.map(violationText) : []),
    ...exchanges.map(exchangeText),
    `reproduce: ${result.reproduce}`,
  ].join("\n");
}

/** The violations of a test case, without their exchanges. */
export function evidenceText(result: RequirementResult, one: Case): string {
  return [
    `${result.level}: ${result.title}`,
    ...one.violations.map(violationText),
    ...one.violations.flatMap(({ exchange }) => (exchange ? [`curl: ${exchange.curl}`] : [])),
    `reproduce: ${result.reproduce}`,
  ].join("\n");
}

function properties(result: RequirementResult, one: Case): Fact[] {
  return [
    ["id", result.id],
    ["level", result.level],
    ["source", sourceLine(result.source)],
    ["verdict", one.verdict],
  ];
}

/** What a violation says, a fact a line. */
export function violationText(violation: ViolationRecord): string {
  return violationFacts(violation)
    .map(([label, text]) => `${label}: ${text}`)
    .join("\n");
}

/** An exchange in full, with the line that repeats it. */
export function exchangeText(exchange: ExchangeRecord): string {
  const { request, response, curl } = exchange;
  return [
    "",
    exchangeLine(exchange),
    ...messageText(">", request.headers, request.body),
    ...(response ? messageText("<", response.headers, response.body) : []),
    `curl: ${curl}`,
    "",
  ].join("\n");
}

function messageText(arrow: string, headers: HeaderFields, body = ""): string[] {
  const lines = headers.map(([name, value]) => `${arrow} ${name}: ${value}`);
  return body === "" ? lines : [...lines, arrow, `${arrow} ${body}`];
}
