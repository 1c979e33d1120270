import { interleavings, type Turn } from "../generate/index.ts";
import { type Answer, isSuccess, summary, valueAt } from "./answer.ts";
import { idempotencyKeyHeader, withHeader, withoutHeader } from "./call.ts";
import type { Flaw } from "./expect/refusal.ts";
import { fixture } from "./fixtures.ts";
import { type Failure, forAll } from "./for-all.ts";
import { eventually, isPutOff, isPutOffForGood } from "./patience.ts";
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

/** Orders that the keys of an interleaving share: a shopper may order the same twice. */
const sharedOrders = 2;

/** Requests of an interleaving, before it is shrunk. */
const length = 12;

/** Sends interleavings of first requests and retries, and judges one session per key, and none shared between keys. */
export async function obeyKeys(world: World): Promise<void> {
  await forAll(world, {
    cases: interleavings(length),
    weight: 4,
    control: async () => void (await world.given.session()),
    judge: (turns) => judgeInterleaving(world, turns),
    show: (turns) =>
      turns.map(({ key, waits }) => `key ${key + 1}${waits ? ", its answer," : ""}`).join(" then "),
  });
}

interface Sent {
  readonly key: number;
  readonly answer: Answer;
}

async function judgeInterleaving(
  { given, payments }: World,
  turns: readonly Turn[],
): Promise<Failure | undefined> {
  const orders = Array.from({ length: sharedOrders }, () => given.order());
  const keys = turns.map(() => given.idempotencyKey());
  const ask = (key: number) =>
    settled(() => payments.createSession(orders[key % sharedOrders], { key: keys[key] ?? "" }));
  const sent: { key: number; answer: Promise<Answer> }[] = [];
  for (const { key, waits } of turns) {
    const answer = ask(key);
    // All are awaited together in the end; until then a refused one shall not count as forgotten.
    answer.catch(() => undefined);
    sent.push({ key, answer });
    if (waits) await answer;
  }
  // Whatever the interleaving was, every key is asked for once more when all is quiet.
  await Promise.allSettled(sent.map(({ answer }) => answer));
  for (const key of new Set(turns.map((turn) => turn.key))) sent.push({ key, answer: ask(key) });
  return judgeKeys(
    await Promise.all(sent.map(async ({ key, answer }): Promise<Sent> => ({ key, answer: await answer }))),
  );
}

function judgeKeys(answers: readonly Sent[]): Failure | undefined {
  const sessions = new Map<number, unknown>();
  for (const { key, answer } of answers) {
    const session = valueAt(answer.json, "/sessionId");
    const known = sessions.get(key);
    const foreign = [...sessions].some(([other, id]) => other !== key && id === session);
    const isOne = isSuccess(answer) && typeof session === "string" && (known ?? session) === session;
    if (!isOne || foreign) return notItsOwn(key, known, answer);
    sessions.set(key, session);
  }
  return undefined;
}

function notItsOwn(key: number, known: unknown, answer: Answer): Failure {
  return {
    cause: known === undefined ? "first" : "retry",
    evidence: {
      where: `session of key ${key + 1}`,
      expected: known === undefined ? "a session of its own" : `session ${String(known)}`,
      actual: summary(answer),
      answer,
    },
  };
}
