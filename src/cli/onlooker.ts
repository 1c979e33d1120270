import type { Exchange, ExchangeRecord, RequirementResult } from "../model/index.ts";
import { type Answer, type Judgeable, Violation } from "../suite/index.ts";

/** Sees the exchanges of a run, and may have one of them shown as reports show it, with its secrets masked. */
export interface Onlooker {
  readonly requirement: Judgeable;
  /** In the order in which they were answered. */
  readonly seen: readonly Exchange[];
  shown(results: readonly RequirementResult[]): ExchangeRecord | undefined;
}

const id = "explain/onlooker";

/** The first exchange that is `wanted` is the one that is shown. */
export function onlooker(wanted: (exchange: Exchange) => boolean = () => false): Onlooker {
  const seen: Exchange[] = [];
  let isFound = false;
  const check = (_: unknown, answer: Answer) => {
    seen.push(answer.exchange);
    if (isFound || !wanted(answer.exchange)) return;
    isFound = true;
    throw new Violation({ expected: "", actual: "", where: "", answer });
  };
  const requirement: Judgeable = {
    id,
    suite: "explain",
    title: "be seen",
    level: "MAY",
    source: { code: "P", title: "this project" },
    capability: "core",
    needs: [],
    faults: [],
    cases: [],
    observe: { when: () => true, check },
    alone: false,
    optional: false,
  };
  return {
    requirement,
    seen,
    shown: (results) => results.find((result) => result.id === id)?.violations[0]?.exchange,
  };
}

/**
 * Looks in one run for what stands for a given exchange of another: the same request, but for what differs between
 * runs, as often after others like it.
 */
export function counterpartOf(
  { at, request, durationMs }: ExchangeRecord,
  seen: readonly Exchange[],
): ((exchange: Exchange) => boolean) | undefined {
  const place = seen.findIndex(
    (exchange) =>
      exchange.at === Date.parse(at) &&
      exchange.request.method === request.method &&
      Math.round(exchange.durationMs * 10) / 10 === durationMs,
  );
  const found = seen[place];
  if (found === undefined) return undefined;
  const shape = shapeOf(found);
  let before = seen.slice(0, place).filter((exchange) => shapeOf(exchange) === shape).length;
  return (exchange) => shapeOf(exchange) === shape && before-- === 0;
}

/** Names, ids and numbers that every run makes anew. */
const volatile = /kc-[\w-]+|[0-9a-f]{8}-[0-9a-f-]{27}|\b[0-9a-f]{8,}\b|\d+/gi;

function shapeOf({ request: { method, url, headers, body = "" } }: Exchange): string {
  const names = headers.map(([name]) => name.toLowerCase());
  const text = typeof body === "string" ? body : Buffer.from(body).toString("latin1");
  const { pathname, search } = new URL(url);
  return [method, pathname + search, names.join(), text].join("\n").replaceAll(volatile, "…");
}
