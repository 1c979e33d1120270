import type { Manner, Merchant } from "../model/index.ts";
import { type Answer, isSuccess, parsed, summary, valueAt } from "./answer.ts";
import { type Api, createApi, type Management, type Payments, type Visitor } from "./api.ts";
import { authorizationOf, type Call, idempotencyKeyHeader, withAuthorization } from "./call.ts";
import type { Checkout, Clock, Drivers, Handshakes, Refunds } from "./drivers.ts";
import { createExpect, type Expect } from "./expect/index.ts";
import type { Facts } from "./facts.ts";
import type { Generation } from "./generation.ts";
import { createGiven, type Given } from "./given.ts";
import type { Receiver } from "./inbox.ts";
import type { Order } from "./order.ts";
import { createPremises, type Premises } from "./premises.ts";
import type { Values } from "./values.ts";
import { Blocked } from "./violation.ts";

/** How calls reach the target; handed in by the runner, which watches every exchange. */
export interface Sender {
  /** Never rejects for what the target does: a call without an answer has status 0. */
  send(call: Call, manner?: Manner): Promise<Answer>;
  burst<T>(size: number, send: () => Promise<T>): Promise<T>;
}

/** What a check sees. */
export interface World {
  /** Lawful values and existing resources. Blocks the check when the target does not give them. */
  readonly given: Given;
  readonly expect: Expect;
  /** Operations that need no credential. */
  readonly visitor: Visitor;
  /** Management operations, under the merchant's token. */
  readonly management: Management;
  /** Payment operations, under the API key of the run's own application. */
  readonly payments: Payments;
  /** A lawful call with its credential, not sent yet; what its path names need not exist. */
  readonly call: Api["call"];
  /** Sends a call as it is; blocks the check when the connection dies. */
  send(call: Call): Promise<Answer>;
  /** Sends a call as it is; a connection that dies is an answer with status 0. */
  attempt(call: Call, manner?: Manner): Promise<Answer>;
  /** Sends `count` twins at the same moment. */
  together(count: number, twin: (api: Api, index: number) => Promise<Answer>): Promise<readonly Answer[]>;
  /** Sends a session request and hangs up before its answer can arrive; false when it arrived all the same. */
  loseAnswer(lost: { order: Order; key: string; afterMs: number }): Promise<boolean>;
  /** Runs a race several times over, and says how often: none found is none observed. */
  rounds(count: number, race: (round: number) => Promise<void>): Promise<void>;
  readonly clock: Clock;
  readonly checkout: Checkout;
  readonly refunds: Refunds;
  readonly handshakes: Handshakes;
  readonly receiver: Receiver;
  readonly facts: Facts;
  /** What the run settles for generated cases; `forAll` draws them. */
  readonly generation: Generation;
  /** Something observed that explains the verdict, such as how many rounds of a race were run. */
  note(sentence: string): void;
  /** From now on reports show `$name` for this value: a check made it of a secret. */
  keepSecret(value: string, name: string): void;
  /** Lets real time pass; an interrupted run does not wait for it. */
  pause(ms: number): Promise<void>;
}

export interface WorldParts extends Drivers {
  readonly sender: Sender;
  readonly facts: Facts;
  readonly values: Values;
  readonly premises: Premises;
  readonly paymentMethodsPath: string;
  readonly generation: Generation;
  readonly note: (sentence: string) => void;
  readonly keepSecret: (value: string, name: string) => void;
  readonly pause: (ms: number) => Promise<void>;
}

export function createWorld(parts: WorldParts): World {
  const { facts, values, premises, clock, checkout, invites, handshakes, note } = parts;
  const sender = keepingUp(parts);
  const send = (call: Call) => answered(sender, call);
  const api = apiOver(parts, send);
  return {
    ...api,
    given: createGiven({ api, facts, values, premises, checkout, invites, keepSecret: parts.keepSecret }),
    expect: createExpect({ send, values }),
    send,
    attempt: (call, manner) => sender.send(call, manner),
    async together(count, twin) {
      // Premises are made beforehand: the twins shall not wait for a login.
      await Promise.all([premises.jwt(), premises.apiKey()]);
      const twins = apiOver(parts, (call) => sender.send(call, { inBurst: true }));
      return sender.burst(count, () => Promise.all(Array.from({ length: count }, (_, i) => twin(twins, i))));
    },
    async loseAnswer({ order, key, afterMs }) {
      const json = order;
      const call = await api.call("createSession", { json, headers: [[idempotencyKeyHeader, key]] });
      const { status } = await sender.send(call, { hangUpAfterMs: Math.max(1, Math.round(afterMs)) });
      return status === 0;
    },
    async rounds(count, race) {
      for (let round = 0; round < count; round += 1) await race(round);
      note(`no race observed in ${count} rounds`);
    },
    clock,
    checkout,
    refunds: parts.refunds,
    handshakes,
    receiver: parts.receiver,
    facts,
    generation: parts.generation,
    note,
    keepSecret: parts.keepSecret,
    pause: parts.pause,
  };
}

/** The premises of a run, made with a sender and values of their own. */
export function createRunPremises(
  parts: Omit<WorldParts, "premises" | keyof Drivers | "note" | "generation">,
): Premises {
  const { facts, values, paymentMethodsPath } = parts;
  const jwt = () => premises.jwt();
  const apiKey = () => premises.apiKey();
  const send = (call: Call) => answered(keepingUp({ ...parts, premises }), call);
  const premises = createPremises(
    createApi({ send, paymentMethodsPath, jwt, apiKey, renewable: true }),
    facts,
    values,
  );
  return premises;
}

function apiOver({ premises, paymentMethodsPath }: WorldParts, send: (call: Call) => Promise<Answer>): Api {
  const jwt = () => premises.jwt();
  return createApi({ send, paymentMethodsPath, jwt, apiKey: () => premises.apiKey(), renewable: true });
}

/**
 * A target may let a login end the one before it. So the merchant's newest token becomes the run's own, whichever
 * check it was issued to, and a call that was on its way with an older one is sent again.
 */
function keepingUp({ sender, premises, facts }: Pick<WorldParts, "sender" | "premises" | "facts">): Sender {
  return {
    burst: sender.burst,
    async send(call, manner) {
      const answer = await sender.send(call, manner);
      if (isSuccess(answer) && isLoginOf(answer, facts.merchant)) premises.adopt(answer);
      if (answer.status !== 401 || call.renewable !== true) return answer;
      await premises.renewIfDead(authorizationOf(call));
      const newest = await premises.jwt();
      return newest === authorizationOf(call) ? answer : sender.send(withAuthorization(call, newest), manner);
    },
  };
}

function isLoginOf({ operation, exchange: { request } }: Answer, { email }: Merchant): boolean {
  return operation === "login" && valueAt(parsed(String(request.body)), "/email") === email;
}

async function answered(sender: Sender, call: Call): Promise<Answer> {
  const answer = await sender.send(call, { repeatable: call.method === "GET" || call.operation === "login" });
  if (answer.status === 0) throw new Blocked(`${call.method} ${call.path} got ${summary(answer)}`, answer);
  return answer;
}
