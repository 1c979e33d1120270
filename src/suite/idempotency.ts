import { type Answer, isSuccess, summary, valueAt } from "./answer.ts";
import { idempotencyKeyHeader, withHeader, withoutHeader } from "./call.ts";
import type { Flaw } from "./expect/refusal.ts";
import { fixture } from "./fixtures.ts";
import { eventually, isPutOff } from "./patience.ts";
import type { Values } from "./values.ts";
import { Violation } from "./violation.ts";
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

/** What a replay came to, in a few words. */
export function told(replay: Answer, sessionId: string): string {
  if (!isSuccess(replay)) return `refused with ${replay.status}`;
  return valueAt(replay.json, "/sessionId") === sessionId ? "the same session" : "another session";
}

/** Asks again while the target puts the request off; an endless put-off is a violation. */
export async function settled(ask: () => Promise<Answer>): Promise<Answer> {
  const answer = await eventually(ask, (last) => !isPutOff(last));
  if (!isPutOff(answer)) return answer;
  throw new Violation({
    where: "retry after a lost answer",
    expected: "to be served once the first request is done",
    actual: `still ${summary(answer)}`,
    hint: "a client that hung up must not leave its key locked",
    answer,
  });
}

/** One step of an interleaving: which key is sent, and whether the next step waits for its answer. */
export interface Step {
  readonly key: number;
  readonly waits: boolean;
}

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
  const orders = steps.map(() => ({ order: given.order(), key: given.idempotencyKey() }));
  const sent: { key: number; answer: Promise<Answer> }[] = [];
  for (const { key, waits } of steps) {
    const { order, key: idempotencyKey } = orders[key] ?? {
      order: given.order(),
      key: given.idempotencyKey(),
    };
    const answer = settled(() => payments.createSession(order, { key: idempotencyKey }));
    sent.push({ key, answer });
    if (waits) await answer;
  }
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
    if (isSuccess(answer) && (known === undefined || known === session) && !foreign)
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
