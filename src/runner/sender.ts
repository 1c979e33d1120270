import type { Client } from "../http/index.ts";
import type { Exchange, HeaderFields, TargetSettings } from "../model/index.ts";
import { type Answer, answerOf, isPutOffForGood, requestOf, type Sender } from "../suite/index.ts";
import type { Creations } from "./creations.ts";
import type { Ledger } from "./ledger.ts";
import type { LiveGuard } from "./live-guard.ts";
import type { Observers } from "./observers.ts";

export interface SenderParts {
  readonly client: Client;
  readonly target: TargetSettings;
  readonly guard: LiveGuard;
  /** Learns the secrets that an answer gives away, before anything can show them. */
  readonly learn: (answer: Answer) => void;
  readonly ledger: Ledger;
  readonly observers: Observers;
  readonly creations: Creations;
  /** Tells of the run while it goes on. */
  readonly news?: (answer: Answer, place: string) => void;
  /** Told of each request that the target would not answer, for as long as anyone waits. */
  readonly putOff?: ((answer: Answer) => void) | undefined;
  /** Nothing is sent any more once it has fired. */
  readonly over?: AbortSignal | undefined;
}

/** Sends calls for one place of the run, and shows every answer to the observers and the ledger. */
export function createSender(parts: SenderParts, place: string): Sender {
  const { client, target, guard } = parts;
  const baseUrl = baseUrlOf(target);
  const extra: HeaderFields = [["user-agent", "kadosei-conformance"], ...Object.entries(target.headers)];
  return {
    burst: (size, send) => client.burst(size, send),
    async send(call, manner) {
      parts.over?.throwIfAborted();
      const checked = guard.check(call);
      if (checked !== undefined) await checked;
      const seen = (exchange: Exchange): Answer => {
        const answer = answerOf(exchange, call.operation, call.odd);
        notice(parts, answer, place);
        return answer;
      };
      const last = seen(await client.send(requestOf(call, baseUrl, extra), manner, seen));
      // Some of a burst may be, so that the others can be judged.
      if (manner?.inBurst !== true && isPutOffForGood(last)) parts.putOff?.(last);
      return last;
    },
  };
}

export function baseUrlOf({ url, basePath }: Pick<TargetSettings, "url" | "basePath">): string {
  return `${url.replace(/\/$/, "")}${basePath}`;
}

function notice(parts: SenderParts, answer: Answer, place: string): void {
  const { guard, learn, ledger, creations, observers, news } = parts;
  learn(answer);
  guard.notice(answer);
  ledger.notice(answer);
  creations.notice(answer);
  news?.(answer, place);
  if (answer.status !== 0) observers.notice(answer, place);
}
