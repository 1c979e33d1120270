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

  onResponseStart({ rawHeaders }: Dispatcher.DispatchController, status: number): void {
    // Interim answers (1xx) come before the answer.
    if (status < 200) return;
    this.status = status;
    this.headers = fieldsOf(rawHeaders as readonly (string | Buffer)[]);
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
    this.outcome.resolve({ status, headers, bytes: Buffer.concat(chunks) });
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

/** Names and values in turn, as they came, in pairs. */
function fieldsOf(raw: readonly (string | Buffer)[]): HeaderFields {
  const fields: [name: string, value: string][] = [];
  for (let i = 0; i < raw.length; i += 2) fields.push([textOf(raw[i]).toLowerCase(), textOf(raw[i + 1])]);
  return fields;
}

function textOf(part: string | Buffer = ""): string {
  return typeof part === "string" ? part : part.toString("latin1");
}
