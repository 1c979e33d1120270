import { setMaxListeners } from "node:events";
import type {
  Exchange,
  FailureKind,
  HttpRequest,
  HttpResponse,
  Limits,
  Manner,
  NetworkFailure,
} from "../model/index.ts";
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
  /** Milliseconds that requests under way get to be answered after the signal, so that nobody wonders what they did. */
  readonly graceMs?: number;
}

const attempts = 3;
const usualGraceMs = 2_000;
/** A target that asks for patience this many times in a row gets its last answer reported. */
const waits = 10;

export function createClient(parts: ClientParts): Client {
  const over = graceAfter(parts.signal, parts.graceMs ?? usualGraceMs);
  // Every request in flight, and every one that waits, listens.
  for (const signal of [parts.signal, over]) if (signal !== undefined) setMaxListeners(0, signal);
  const wired = { ...parts, over };
  return {
    burst: (size, send) => parts.budget.burst(size, send),
    send: (request, manner = {}, onWaited = () => undefined) =>
      sendPatiently(wired, request, manner, onWaited),
  };
}

interface WiredParts extends ClientParts {
  /** Ends what is still under way when the run was stopped a while ago. */
  readonly over: AbortSignal | undefined;
}

async function sendPatiently(
  parts: WiredParts,
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

/** What would only happen again, or has cost too much already. */
const isFinal: ReadonlySet<FailureKind> = new Set(["tls", "timeout", "too-large", "unsendable"]);

function mayRepeat(failure: NetworkFailure | undefined, manner: Manner): boolean {
  if (failure === undefined || manner.hangUpAfterMs !== undefined || isFinal.has(failure.kind)) return false;
  return manner.repeatable === true || neverArrived(failure);
}

/** Milliseconds that the target asks to be left alone: any 429, and a 503 that says how long. */
function askedPause(response: HttpResponse | undefined): number | undefined {
  if (response === undefined) return undefined;
  const retryAfter = header(response, "retry-after");
  if (response.status !== 429 && (response.status !== 503 || retryAfter === undefined)) return undefined;
  return pauseOf(retryAfter, header(response, "date"));
}

/** A date is meant by the target's own clock, which it tells with every answer. */
function pauseOf(retryAfter = "1", date = ""): number {
  const seconds = Number(retryAfter);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const at = Date.parse(retryAfter);
  const now = Date.parse(date);
  return Number.isNaN(at) ? 1000 : Math.max(0, at - (Number.isNaN(now) ? Date.now() : now));
}

async function sendOnce(parts: WiredParts, request: HttpRequest, manner: Manner): Promise<Exchange> {
  // It may have waited for its turn while the run was stopped.
  parts.signal?.throwIfAborted();
  const { limits, over, budget } = parts;
  const { timeoutMs, maxBodyBytes } = limits;
  const hangUp = manner.hangUpAfterMs === undefined ? undefined : AbortSignal.timeout(manner.hangUpAfterMs);
  const at = Date.now();
  const began = performance.now();
  const took = (): number => {
    const durationMs = performance.now() - began;
    if (hangUp === undefined) budget.took(durationMs);
    return durationMs;
  };
  try {
    const response = await parts.transport(request, {
      timeoutMs,
      maxBodyBytes,
      signal: either(hangUp, over),
    });
    return { at, durationMs: took(), request, response };
  } catch (error) {
    return { at, durationMs: took(), request, failure: failureAfter(error, hangUp, over) };
  }
}

function failureAfter(
  error: unknown,
  hangUp: AbortSignal | undefined,
  over: AbortSignal | undefined,
): NetworkFailure {
  if (hangUp?.aborted === true) return { kind: "closed", message: "hung up on purpose" };
  if (over?.aborted === true) return { kind: "timeout", message: "no answer before the run was stopped" };
  return failureOf(error);
}

/** A signal that is made of two costs more than the rest of a request, and two are rarely there. */
function either(one: AbortSignal | undefined, other: AbortSignal | undefined): AbortSignal | undefined {
  return one === undefined || other === undefined ? (one ?? other) : AbortSignal.any([one, other]);
}

/** Fires some time after the signal, for all requests that are under way by then. */
function graceAfter(signal: AbortSignal | undefined, ms: number): AbortSignal | undefined {
  if (signal === undefined) return undefined;
  const over = new AbortController();
  signal.addEventListener("abort", () => setTimeout(() => over.abort(), ms).unref(), { once: true });
  return over.signal;
}
