import { type Answer, isSuccess, summary, valueAt } from "./answer.ts";
import { idempotencyKeyHeader, withHeader, withoutHeader } from "./call.ts";
import type { Flaw } from "./expect/refusal.ts";
import { fixture } from "./fixtures.ts";
import { eventually, isPutOff, isPutOffForGood } from "./patience.ts";
import type { Values } from "./values.ts";
import { Blocked, Violation } from "./violation.ts";
import type { World } from "./world.ts";

export const withoutKey: Flaw = {
  name: "without the key",
  apply: (call) => withoutHeader(call, idempotencyKeyHeader),
};

const { invalid } = fixture<{ invalid: readonly { name: string; value: string }[] }>("idempotency-keys");

/** Idempotency keys that are no UUID v4, and one that is two. */
export const malformedKeys: readonly Flaw[] = [
  ...invalid.map(({ name, value }) => ({
    name,
    apply: (call: Parameters<Flaw["apply"]>[0]) => withHeader(call, idempotencyKeyHeader, value),
  })),
  {
    name: "two values",
    apply: (call) =>
      withHeader(
        call,
        idempotencyKeyHeader,
        "3f0e9c1c-7d5b-4e0a-9c3d-2b1a0f9e8d7c",
        "9b2f6a44-0c1d-4f7e-8a3b-5c6d7e8f9a0b",
      ),
  },
];

/** Changes that make another order of one that was sent before. */
export const otherBodies = [
  { name: "another reference", changes: { orderReference: "another-reference" } },
  { name: "another amount", changes: { amount: { total: 141.76 } } },
  { name: "another customer", changes: { customer: { email: "someone.else@example.com" } } },
  {
    name: "another item",
    changes: { orderItems: [{ name: "Cap", sku: "CAP-1", quantity: 1, unitPrice: 140.76 }] },
  },
];

/** Ways of choosing another key: one that has nothing to do with the first, and some that nearly are the first. */
export const otherKeys = [
  { name: "a wholly other one", other: (_: string, fresh: string) => fresh },
  { name: "another first digit", other: digitChanged(0) },
  { name: "another digit in the second group", other: digitChanged(10) },
  { name: "another digit in the third group", other: digitChanged(16) },
  { name: "another digit in the fourth group", other: digitChanged(21) },
  { name: "another digit in the fifth group", other: digitChanged(28) },
  { name: "another last digit", other: digitChanged(35) },
];

/** The digits of version and variant are not to be changed. */
function digitChanged(index: number): (key: string) => string {
  return (key) => {
    const digit = (Number.parseInt(key[index] ?? "0", 16) + 1) % 16;
    return `${key.slice(0, index)}${digit.toString(16)}${key.slice(index + 1)}`;
  };
}

/** What a replay came to, in a few words. */
export function told(replay: Answer, sessionId: string): string {
  if (!isSuccess(replay)) return `refused with ${replay.status}`;
  return valueAt(replay.json, "/sessionId") === sessionId ? "the same session" : "another session";
}

/** Asks again while the target puts the request off; an endless put-off is a violation. */
export async function settled(ask: () => Promise<Answer>): Promise<Answer> {
  const answer = await eventually(ask, (last) => !isPutOff(last));
  if (!isPutOff(answer)) return answer;
  if (isPutOffForGood(answer))
    throw new Blocked(`the target kept putting the request off: ${summary(answer)}`, answer);
  throw new Violation({
    where: "retry",
    expected: "to be served once the earlier request is done",
    actual: `still ${summary(answer)}`,
    hint: "a client that hung up, or a request that was refused, must not leave its key locked",
    answer,
  });
}

/** A session request whose answer was lost when `part` of the usual time had passed, or sooner should it be quick. */
export async function lostRequest({ given, loseAnswer }: World, part: number) {
  const { answer: usual } = await given.session();
  for (let afterMs = usual.exchange.durationMs * part; ; afterMs /= 2) {
    const request = { order: given.order(), key: given.idempotencyKey() };
    if ((await loseAnswer({ ...request, afterMs })) || afterMs < 1) return request;
  }
}

/** Refunds all that is left, as soon as the target will: it may want an earlier refund of the session to be done. */
export function refundTheRest({ given, payments }: World, sessionId: string): Promise<Answer> {
  return settled(() => payments.createRefund(sessionId, {}, { key: given.idempotencyKey() }));
}

/** One step of an interleaving: which key is sent, and whether the next step waits for its answer. */
export interface Step {
  readonly key: number;
  readonly waits: boolean;
}

/** Orders that the keys of an interleaving share: a shopper may order the same twice. */
const sharedOrders = 2;

/** A generated interleaving of first requests and retries under a few keys. */
export function interleaving(values: Values): readonly Step[] {
  const keys = values.integer(2, 4);
  const length = values.integer(keys + 2, 12);
  return Array.from({ length }, () => ({
    key: values.integer(0, keys - 1),
    waits: values.integer(0, 1) === 1,
  }));
}

/** Sends an interleaving and judges it: one session per key, and none shared between keys. */
export async function obeyKeys({ given, payments }: World): Promise<void> {
  const steps = interleaving(given.values);
  const orders = Array.from({ length: sharedOrders }, () => given.order());
  const keys = steps.map(() => given.idempotencyKey());
  const sent: { key: number; answer: Promise<Answer> }[] = [];
  for (const { key, waits } of steps) {
    const keyed = { key: keys[key] ?? given.idempotencyKey() };
    const answer = settled(() => payments.createSession(orders[key % sharedOrders], keyed));
    // All are awaited together in the end; until then a refused one shall not count as forgotten.
    answer.catch(() => undefined);
    sent.push({ key, answer });
    if (waits) await answer;
  }
  // Whatever the interleaving was, every key is asked for once more when all is quiet.
  await Promise.allSettled(sent.map(({ answer }) => answer));
  for (const key of new Set(steps.map((step) => step.key)))
    sent.push({
      key,
      answer: settled(() => payments.createSession(orders[key % sharedOrders], { key: keys[key] ?? "" })),
    });
  const answers = await Promise.all(sent.map(async ({ key, answer }) => ({ key, answer: await answer })));
  judgeKeys(answers, steps);
}

function judgeKeys(answers: readonly { key: number; answer: Answer }[], steps: readonly Step[]): void {
  const sessions = new Map<number, unknown>();
  const story = steps.map(({ key, waits }) => `key ${key}${waits ? ", answer," : ""}`).join(" ");
  for (const { key, answer } of answers) {
    const session = valueAt(answer.json, "/sessionId");
    const known = sessions.get(key);
    const foreign = [...sessions].some(([other, id]) => other !== key && id === session);
    if (isSuccess(answer) && typeof session === "string" && (known ?? session) === session && !foreign)
      sessions.set(key, session);
    else
      throw new Violation({
        where: `session of key ${key} in: ${story}`,
        expected: known === undefined ? "a session of its own" : `session ${String(known)}`,
        actual: summary(answer),
        answer,
      });
  }
}
