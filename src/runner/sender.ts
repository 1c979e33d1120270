import type { Client, Redaction } from "../http/index.ts";
import { type Exchange, type HeaderFields, header, type TargetSettings } from "../model/index.ts";
import { type Answer, answerOf, type Call, requestOf, type Sender } from "../suite/index.ts";
import type { Ledger } from "./ledger.ts";
import type { Observers } from "./observers.ts";
import { learnAnswer } from "./secrets.ts";

/** A live key on a target that was not declared live: the run must stop before money moves. */
export class LiveTargetError extends Error {
  override readonly name = "LiveTargetError";
  readonly code = "LIVE_TARGET";
  readonly hint = "use a sandbox merchant, or set `target.live: true` if real payments are meant";
}

export interface SenderParts {
  readonly client: Client;
  readonly target: TargetSettings;
  readonly redaction: Redaction;
  readonly ledger: Ledger;
  readonly observers: Observers;
  /** Counts requests. */
  readonly count: () => void;
}

/** Sends calls for one place of the run, and shows every answer to the observers and the ledger. */
export function createSender(parts: SenderParts, place: string): Sender {
  const { client, target } = parts;
  const baseUrl = baseUrlOf(target);
  const extra: HeaderFields = [["user-agent", "kadosei-conformance"], ...Object.entries(target.headers)];
  return {
    burst: (size, send) => client.burst(size, send),
    async send(call, manner) {
      refuseLiveMoney(call, target);
      const seen = (exchange: Exchange): Answer => {
        const answer = answerOf(exchange, call.operation, call.odd);
        notice(parts, answer, place);
        return answer;
      };
      return seen(await client.send(requestOf(call, baseUrl, extra), manner, seen));
    },
  };
}

export function baseUrlOf({ url, basePath }: Pick<TargetSettings, "url" | "basePath">): string {
  return `${url.replace(/\/$/, "")}${basePath}`;
}

function notice({ redaction, ledger, observers, count }: SenderParts, answer: Answer, place: string): void {
  count();
  learnAnswer(redaction, answer);
  ledger.notice(answer);
  if (answer.status !== 0) observers.notice(answer, place);
}

const moneyMoves: readonly (string | undefined)[] = ["createSession", "createRefund"];

function refuseLiveMoney(call: Call, target: TargetSettings): void {
  if (target.live || !moneyMoves.includes(call.operation)) return;
  if (!/\bks_live_/.test(header(call, "authorization") ?? "") || isLoopback(target.url)) return;
  throw new LiveTargetError(
    `${target.url} issued a live API key, and the run was about to use it for payments`,
  );
}

function isLoopback(url: string): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(url).hostname);
}
