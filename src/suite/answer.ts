import {
  type Exchange,
  header as headerOf,
  type HttpResponse,
  type OperationName,
  remembered,
} from "../model/index.ts";

/** What came back for a call, ready to be judged. */
export interface Answer {
  readonly exchange: Exchange;
  /** Operation that was called; none for routes that the API does not have. */
  readonly operation: OperationName | undefined;
  /** Whatever stands in front of the API (a proxy, the HTTP parser) may have answered a request as odd as this. */
  readonly odd: boolean;
  /** HTTP status; 0 when no response came. */
  readonly status: number;
  /** The body as JSON, or undefined where it is none. */
  readonly json: unknown;
  readonly text: string;
}

export function answerOf(exchange: Exchange, operation: OperationName | undefined, odd: boolean): Answer {
  const text = exchange.response?.body ?? "";
  return { exchange, operation, odd, status: exchange.response?.status ?? 0, json: parsed(text), text };
}

/** The value of a JSON text; undefined where it is none, or nested so deep that whoever looks at it would fall. */
export function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return opensOften(text) && isDeeperThan(value, deepest) ? undefined : value;
  } catch {
    return undefined;
  }
}

/** Levels of nesting; RFC 8259 leaves a limit to each reader. */
const deepest = 500;

/** Whether a text has brackets enough to be nested so deep. */
function opensOften(text: string): boolean {
  return text.length > deepest && countUpTo(deepest, text, "{") + countUpTo(deepest, text, "[") > deepest;
}

function countUpTo(most: number, text: string, character: string): number {
  let count = 0;
  for (let at = text.indexOf(character); at !== -1 && count <= most; at = text.indexOf(character, at + 1))
    count += 1;
  return count;
}

/** Goes no deeper than it has to, so that the depth it looks out for can't exhaust it either. */
function isDeeperThan(value: unknown, most: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return most === 0 || Object.values(value).some((member) => isDeeperThan(member, most - 1));
}

export function isSuccess({ status }: Answer): boolean {
  return status >= 200 && status < 300;
}

export function isClientError({ status }: Answer): boolean {
  return status >= 400 && status < 500;
}

/** First value of a response header. */
export function headerIn(answer: Answer, name: string): string | undefined {
  return header(answer.exchange.response, name);
}

function header(response: HttpResponse | undefined, name: string): string | undefined {
  return response === undefined ? undefined : headerOf(response, name);
}

/** Value at a JSON pointer; undefined where the path leads nowhere. */
export function valueAt(value: unknown, pointer: string): unknown {
  let inner = value;
  for (const step of stepsOf(pointer)) inner = memberOf(inner, step);
  return inner;
}

/** Checks ask for the same few members of one answer after the other. */
const stepsOf = remembered((pointer) => pointer.split("/").slice(1).map(unescaped), 100);

function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[name];
}

function unescaped(step: string): string {
  return step.includes("~") ? step.replaceAll("~1", "/").replaceAll("~0", "~") : step;
}

/** A short, one-line rendering for sentences about an answer. */
export function summary(answer: Answer): string {
  const { failure } = answer.exchange;
  if (failure !== undefined) return `no answer (${failure.kind}: ${failure.message})`;
  return answer.text === "" ? `${answer.status} without a body` : `${answer.status} ${shown(answer.text)}`;
}

/** A value as reports quote it: JSON where possible. Cutting it short is the report's business, after masking. */
export function shown(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  return text.slice(0, longestQuoted);
}

/** Far more than a report shows, so that no secret is cut in two where it would be seen. */
const longestQuoted = 20_000;
