import { setMaxListeners } from "node:events";
import type { Exchange, HttpRequest, HttpResponse, Limits, Manner, NetworkFailure } from "../model/index.ts";
import { header } from "../model/index.ts";
import type { Budget } from "./budget.ts";
import { failureOf, neverArrived } from "./failure.ts";
import { sleep } from "./sleep.ts";
import type { Transport } from "./transport.ts";

export interface Client {
  /**
   * Sends within the budget and waits out 429 and 503 with `Retry-After`; `onWaited` is told each answer waited out.
   * Never rejects for what the target does.
   */
  send(request: HttpRequest, manner?: Manner, onWaited?: (exchange: Exchange) => void): Promise<Exchange>;
  burst<T>(size: number, send: () => Promise<T>): Promise<T>;
}

export interface ClientParts {
  readonly transport: Transport;
  readonly budget: Budget;
  readonly limits: Limits;
  readonly signal?: AbortSignal | undefined;
}

const attempts = 3;
/** A target that asks for patience this many times in a row gets its last answer reported. */
const waits = 10;

export function createClient(parts: ClientParts): Client {
  // Every request in flight listens.
  if (parts.signal !== undefined) setMaxListeners(0, parts.signal);
  return {
    burst: (size, send) => parts.budget.burst(size, send),
    send: (request, manner = {}, onWaited = () => undefined) =>
      sendPatiently(parts, request, manner, onWaited),
  };
}

async function sendPatiently(
  parts: ClientParts,
  request: HttpRequest,
  manner: Manner,
  onWaited: (exchange: Exchange) => void,
): Promise<Exchange> {
  let failures = 0;
  for (let waited = 0; ;) {
    const sent = () => sendOnce(parts, request, manner);
    const exchange = await (manner.inBurst === true ? sent() : parts.budget.spend(sent));
    const pauseMs = askedPause(exchange.response);
    if (pauseMs !== undefined && waited < waits && pauseMs <= parts.limits.maxWaitMs) {
      waited += 1;
      onWaited(exchange);
      parts.budget.pause(pauseMs);
      await sleep(pauseMs, parts.signal);
    } else if (mayRepeat(exchange.failure, manner) && failures < attempts - 1) {
      failures += 1;
      await sleep(50 * 4 ** failures, parts.signal);
    } else return exchange;
  }
}

function mayRepeat(failure: NetworkFailure | undefined, manner: Manner): boolean {
  if (failure === undefined || failure.kind === "tls" || manner.hangUpAfterMs !== undefined) return false;
  if (failure.kind === "timeout" || failure.kind === "too-large") return false;
  return manner.repeatable === true || neverArrived(failure);
}

/** Milliseconds that the target asks to be left alone: any 429, and a 503 that says how long. */
function askedPause(response: HttpResponse | undefined): number | undefined {
  if (response === undefined) return undefined;
  const retryAfter = header(response, "retry-after");
  if (response.status !== 429 && (response.status !== 503 || retryAfter === undefined)) return undefined;
  return pauseOf(retryAfter);
}

function pauseOf(retryAfter = "1"): number {
  const seconds = Number(retryAfter);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const at = Date.parse(retryAfter);
  return Number.isNaN(at) ? 1000 : Math.max(0, at - Date.now());
}

async function sendOnce(parts: ClientParts, request: HttpRequest, manner: Manner): Promise<Exchange> {
  const at = new Date().toISOString();
  const began = performance.now();
  const outcome = await answerOrFailure(parts, request, manner);
  return { at, durationMs: performance.now() - began, request, ...outcome };
}

async function answerOrFailure(
  parts: ClientParts,
  request: HttpRequest,
  manner: Manner,
): Promise<Pick<Exchange, "response" | "failure">> {
  const hangUp = manner.hangUpAfterMs === undefined ? undefined : AbortSignal.timeout(manner.hangUpAfterMs);
  const { timeoutMs, maxBodyBytes } = parts.limits;
  try {
    const signal = either(hangUp, parts.signal);
    return { response: await parts.transport(request, { timeoutMs, maxBodyBytes, signal }) };
  } catch (error) {
    parts.signal?.throwIfAborted();
    if (hangUp?.aborted === true) return { failure: { kind: "closed", message: "hung up on purpose" } };
    return { failure: failureOf(error) };
  }
}

/** A signal that is made of two costs more than the rest of a request, and two are rarely there. */
function either(one: AbortSignal | undefined, other: AbortSignal | undefined): AbortSignal | undefined {
  return one === undefined || other === undefined ? (one ?? other) : AbortSignal.any([one, other]);
}
