import type { IncomingHttpHeaders } from "node:http";
import type { Dispatcher } from "undici";
import type { HeaderFields } from "../model/index.ts";
import { tooLarge } from "./body.ts";
import { AnswerCutOff } from "./failure.ts";

export interface Patience {
  readonly timeoutMs: number;
  readonly maxBodyBytes: number;
  /** Gives the request up from outside: an interrupted run, or an answer that is lost on purpose. */
  readonly signal?: AbortSignal | undefined;
}

/** A whole answer, its body as it came. */
export interface Collected {
  readonly status: number;
  readonly headers: HeaderFields;
  readonly bytes: Buffer;
}

interface Outcome {
  resolve(answer: Collected): void;
  reject(error: Error): void;
}

/**
 * Gathers an answer straight from the dispatcher: the streams and signals of undici's friendlier calls would take as
 * long again as the request does. Gives up when time is over, or when the signal says so.
 */
export class Collector implements Dispatcher.DispatchHandler {
  private readonly patience: Patience;
  private readonly outcome: Outcome;
  private readonly deadline: NodeJS.Timeout;
  private controller: Dispatcher.DispatchController | undefined;
  private givenUp: Error | undefined;
  private status = 0;
  private headers: HeaderFields = [];
  private readonly chunks: Buffer[] = [];
  private size = 0;

  constructor(patience: Patience, outcome: Outcome) {
    this.patience = patience;
    this.outcome = outcome;
    const { timeoutMs, signal } = patience;
    this.deadline = setTimeout(() => this.giveUp(tooLate(this.status, timeoutMs)), timeoutMs);
    signal?.addEventListener("abort", this.interrupt);
    if (signal?.aborted === true) this.interrupt();
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller;
    // It may have been given up while it was still waiting for a connection.
    if (this.givenUp !== undefined) controller.abort(this.givenUp);
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders): void {
    // Interim answers (1xx) come before the answer.
    if (status < 200) return;
    this.status = status;
    this.headers = fieldsOf(headers);
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    const { maxBodyBytes } = this.patience;
    this.size += chunk.length;
    if (this.size > maxBodyBytes) return this.giveUp(tooLarge("the answer", maxBodyBytes));
    this.chunks.push(chunk);
  }

  onResponseEnd(): void {
    this.end();
    const { status, headers, chunks } = this;
    const [first = Buffer.alloc(0)] = chunks;
    // Most answers are one chunk, which need not be copied.
    this.outcome.resolve({ status, headers, bytes: chunks.length > 1 ? Buffer.concat(chunks) : first });
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    this.end();
    this.outcome.reject(error);
  }

  private readonly interrupt = (): void => {
    const reason: unknown = this.patience.signal?.reason;
    this.giveUp(reason instanceof Error ? reason : new Error("given up"));
  };

  private giveUp(reason: Error): void {
    this.end();
    this.givenUp = reason;
    this.outcome.reject(reason);
    this.controller?.abort(reason);
  }

  private end(): void {
    clearTimeout(this.deadline);
    this.patience.signal?.removeEventListener("abort", this.interrupt);
  }
}

function tooLate(status: number, timeoutMs: number): AnswerCutOff {
  const within = `within ${timeoutMs / 1000} s`;
  const what =
    status === 0
      ? `no answer ${within}`
      : `an answer with status ${status} began, but was not complete ${within}`;
  return new AnswerCutOff("ETIMEDOUT", what);
}

/** In pairs; their names are in lower case already, and a name that came several times has a list of values. */
function fieldsOf(headers: IncomingHttpHeaders): HeaderFields {
  const fields: [name: string, value: string][] = [];
  for (const [name, value = ""] of Object.entries(headers)) {
    if (typeof value === "string") fields.push([name, value]);
    else for (const one of value) fields.push([name, one]);
  }
  return fields;
}
