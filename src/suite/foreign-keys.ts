import { type Answer, isSuccess, summary, valueAt } from "./answer.ts";
import type { Variant } from "./define.ts";
import { Blocked, Violation } from "./violation.ts";
import type { World } from "./world.ts";

/** What became of a request that another application sent under an idempotency key which was used before. */
export interface KeyMeeting {
  readonly answer: Answer;
  /** What only the first application may know. */
  readonly secrets: readonly string[];
  /** What the first application holds, before and afterwards. */
  readonly before: unknown;
  readonly after: unknown;
}

export interface SharedKey extends Variant {
  readonly meet: (world: World) => Promise<KeyMeeting>;
}

function meetOverSession(changes: Readonly<Record<string, unknown>>): SharedKey["meet"] {
  return async ({ given, payments }) => {
    const { id, order, key, checkoutUrl } = await given.session();
    const { apiKey } = await given.paymentApplication();
    const look = async () => membersOf(await payments.readSession(id), lasting);
    const before = await look();
    const answer = await payments.as(apiKey).createSession({ ...order, ...changes }, { key });
    return { answer, secrets: [id, checkoutUrl], before, after: await look() };
  };
}

async function meetOverRefund({ given, payments }: World): Promise<KeyMeeting> {
  const { id } = await given.paidSession();
  const key = given.idempotencyKey();
  const refund = await given.refund(id, { amount: 1 }, { key });
  const { apiKey } = await given.paymentApplication();
  const other = await given.paidSession({ apiKey });
  // A refund may come to its end meanwhile; how many there are does not change by that.
  const look = async () => membersOf(await payments.readSession(id), ["/refunds/length", "/refunds/0/id"]);
  const before = await look();
  const answer = await payments.as(apiKey).createRefund(other.id, { amount: 1 }, { key });
  return { answer, secrets: [id, refund.id], before, after: await look() };
}

/** Members of a session that only its own application changes. */
const lasting = ["/id", "/orderReference", "/status", "/providerName", "/paymentMethod", "/expiresAt"];

function membersOf({ json }: Answer, pointers: readonly string[]): unknown {
  return pointers.map((pointer) => valueAt(json, pointer));
}

/** The first application's key in the hands of another one. */
export const sharedKeys: readonly SharedKey[] = [
  { name: "the same order", meet: meetOverSession({}) },
  { name: "an order of its own", meet: meetOverSession({ orderReference: "another-order" }) },
  { name: "a refund", capability: "refunds", needs: ["checkout"], meet: meetOverRefund },
];

export interface OwnUseOfKey extends Variant {
  readonly judge: (world: World) => Promise<void>;
}

/** A key that one application used, in the lawful use of another. */
export const ownUsesOfKeys: readonly OwnUseOfKey[] = [
  { name: "a session", judge: serveOwnSession },
  { name: "a refund", capability: "refunds", needs: ["checkout"], judge: serveOwnRefund },
];

async function serveOwnSession({ given, payments, expect }: World): Promise<void> {
  const { key, answer: first } = await given.session();
  const { apiKey } = await given.paymentApplication();
  const own = await payments.as(apiKey).createSession(given.order(), { key });
  expect(own).toNameAnotherSessionThan(first);
}

async function serveOwnRefund({ given, payments, expect }: World): Promise<void> {
  const key = given.idempotencyKey();
  const refund = await given.refund((await given.paidSession()).id, { amount: 1 }, { key });
  const { apiKey } = await given.paymentApplication();
  const { id } = await given.paidSession({ apiKey });
  const own = await payments.as(apiKey).createRefund(id, { amount: 1 }, { key });
  expect(own).toBeAccepted().at("/refundId").toDifferFrom(refund.id);
}

/** Judges that two applications that use one key at the same moment get a session each, or none. */
export async function keepTwinsApart({ given, together }: World): Promise<void> {
  const [one, other] = [await given.paymentApplication(), await given.paymentApplication()];
  const order = given.order();
  const key = given.idempotencyKey();
  const keys = [one.apiKey, other.apiKey];
  const answers = await together(10, (api, i) =>
    api.payments.as(keys[i % 2] ?? one.apiKey).createSession(order, { key }),
  );
  const [first = [], second = []] = [0, 1].map((rest) =>
    answers.filter((_, i) => i % 2 === rest).filter(isSuccess),
  );
  if (first.length + second.length === 0)
    throw new Blocked(`none of ${answers.length} session requests was accepted`, answers[0]);
  const known = new Set(first.map(sessionIn));
  const shared = second.find((answer) => known.has(sessionIn(answer)));
  if (shared === undefined) return;
  throw new Violation({
    where: `${answers.length} requests of two applications at once, under one key`,
    expected: "a session for each application",
    actual: `both were told of ${String(sessionIn(shared))}`,
    hint: "what waits for a twin must look whose twin it is",
    answer: shared,
  });
}

function sessionIn(answer: Answer): unknown {
  return valueAt(answer.json, "/sessionId");
}

/** Judges that each of two applications gets its own answers, while both ask at the same time. */
export async function answerTheOneWhoAsks({ given, together }: World): Promise<void> {
  const owner = await given.paymentApplication();
  const stranger = await given.apiKey((await given.application()).id);
  const { id } = await given.session({ apiKey: owner.apiKey });
  const answers = await together(20, (api, i) =>
    api.payments.as(i % 2 === 0 ? owner.apiKey : stranger.fullKey).readSession(id),
  );
  const mixedUp = answers.find(
    (answer, i) => !isUnsettled(answer) && (i % 2 === 0 ? !isSuccess(answer) : isSuccess(answer)),
  );
  if (mixedUp === undefined) return;
  throw new Violation({
    where: `${answers.length} reads of one session at once, by its application and by another`,
    expected: "the session for its application, a refusal for the other",
    actual: summary(mixedUp),
    hint: "look for a caller that is kept where requests share it",
    answer: mixedUp,
  });
}

/** No answer, one that puts the request off, or a failure: tells nothing of whom it was meant for. */
function isUnsettled({ status }: Answer): boolean {
  return status === 0 || status === 425 || status === 429 || status >= 500;
}
