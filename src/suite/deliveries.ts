import { type Answer, valueAt } from "./answer.ts";
import { refundToFail } from "./failed-refunds.ts";
import { type Delivery, exchangeOf, textOf } from "./inbox.ts";
import { type PaymentApplication, premise } from "./premises.ts";
import type { Session } from "./given.ts";
import type { Variant } from "./define.ts";
import { quarterOf } from "./order.ts";
import { mistakeOf, schemeOf } from "./signature.ts";
import { Blocked, NotServed, Violation } from "./violation.ts";
import { type Hook, type HookWishes, hook, testHook, unwanted, whyNothingCame } from "./webhook-tests.ts";
import type { World } from "./world.ts";

/** An application that takes payments, and its webhooks. */
export interface Store {
  readonly application: PaymentApplication;
  readonly hooks: readonly [Hook, ...Hook[]];
}

/** Milliseconds for which nothing more may come once its twin has arrived. */
const grace = 500;

/** Opens a shop of the check's own with a webhook for each of the wishes. */
export async function openStore(
  world: World,
  first: HookWishes,
  ...others: readonly HookWishes[]
): Promise<Store> {
  const application = await world.given.paymentApplication();
  const one = await hook(world, application.id, first);
  const more: Hook[] = [];
  for (const wishes of others) more.push(await hook(world, application.id, wishes));
  return { application, hooks: [one, ...more] };
}

export function payIn({ given }: World, { application: { apiKey } }: Store): Promise<Session> {
  return given.paidSession({ apiKey });
}

/** Waits for what a webhook is told, where something else is judged: blocks the check if it is told nothing. */
export async function arrived(
  { inbox }: Hook,
  what: string,
  count = 1,
): Promise<readonly [Delivery, ...Delivery[]]> {
  const [first, ...others] = await inbox.waitFor(count);
  if (first !== undefined && others.length + 1 >= count) return [first, ...others];
  throw new Blocked(`${what} was not delivered to ${inbox.url}`);
}

/** Waits for what a webhook must be told. Says what is known if it is told nothing. */
export async function delivered(
  world: World,
  one: Hook,
  what: string,
  count = 1,
): Promise<readonly [Delivery, ...Delivery[]]> {
  const [first, ...others] = await one.inbox.waitFor(count);
  if (first !== undefined && others.length + 1 >= count) return [first, ...others];
  throw await whyMissing(world, one, what, count);
}

/** What each webhook of a store is told first. */
export async function deliveredToEach(
  world: World,
  { hooks }: Store,
  what: string,
): Promise<readonly Delivery[]> {
  return Promise.all(hooks.map(async (one) => (await delivered(world, one, what))[0]));
}

/** What a webhook is told twice. */
export async function deliveredTwice(
  world: World,
  one: Hook,
  what: string,
): Promise<readonly [Delivery, Delivery]> {
  const [first, second = first] = await delivered(world, one, what, 2);
  return [first, second];
}

/** Waits for a delivery about a session, whatever else comes and however often; blocks the check if none does. */
export async function arrivedAbout({ inbox }: Hook, session: Session): Promise<Delivery> {
  for (;;) {
    const all = inbox.deliveries();
    const found = all.find((one) => isAbout(one, session));
    if (found !== undefined) return found;
    if ((await inbox.waitFor(all.length + 1)).length <= all.length)
      throw new Blocked(`nothing that names session ${session.id} was delivered to ${inbox.url}`);
  }
}

/** How many deliveries a webhook has got once nothing has come for a moment: one may come several times. */
export async function countWhenStill({ inbox }: Hook): Promise<number> {
  for (;;) {
    const count = inbox.deliveries().length;
    if ((await inbox.waitFor(count + 1, grace)).length === count) return count;
  }
}

/** The first two webhooks of a store. */
export function pairOf({ hooks: [first, second] }: Store): readonly [Hook, Hook] {
  if (second === undefined) throw new Error("the store was opened with one webhook");
  return [first, second];
}

/** That a test gets through where an event did not shows whose fault it is. */
async function whyMissing(world: World, one: Hook, what: string, count: number): Promise<Error> {
  const before = one.inbox.deliveries().length;
  const answer = await testHook(world, one);
  if (before === 0 && one.inbox.deliveries().length === 0) {
    const why = await whyNothingCame(world, one, answer);
    return why instanceof Blocked
      ? why
      : new Blocked(`what the target's test says is not to be trusted: ${why.message}`, answer);
  }
  return new Violation({
    where: "deliveries at the receiver",
    expected: count === 1 ? what : `${what}, ${count} in all`,
    actual: before === 0 ? "nothing, though a test of the webhook arrives" : `${before}`,
    hint: "a delivery is waited for as long as `receiver.patience` says",
    answer,
  });
}

/** Judges that a webhook was told nothing by now and for a moment longer. */
export function untold(one: Hook, expected: string): Promise<void> {
  return toldNoMore(one, 0, expected);
}

/** Judges that a webhook is told nothing beyond this by now and for a moment longer. */
export async function toldNoMore({ inbox }: Hook, count: number, expected: string): Promise<void> {
  const odd = (await inbox.waitFor(count + 1, grace))[count];
  if (odd !== undefined) throw unwanted(odd, expected);
}

/** Judges that a delivery is about a session: that it names it, or its order, in whatever member. */
export function expectAbout(delivery: Delivery, { id, order }: Session): void {
  if (isAbout(delivery, { id, order })) return;
  throw unwanted(delivery, `a delivery that names session ${id} or order ${order.orderReference}`);
}

/** Judges that by now and for a moment longer no webhook of a store is told of a session. */
export async function expectSilenceAbout(store: Store, session: Session): Promise<void> {
  const { inbox } = store.hooks[0];
  await inbox.waitFor(inbox.deliveries().length + 1, grace);
  const odd = store.hooks.flatMap((one) => one.inbox.deliveries()).find((one) => isAbout(one, session));
  if (odd !== undefined) throw unwanted(odd, `nothing about session ${session.id}, which was not paid`);
}

/** Judges that what came is about a refund: that one of the deliveries names it, or its session. */
export function expectAboutRefund(
  [first, ...others]: readonly Delivery[],
  refundId: string,
  session: Session,
): void {
  if (first === undefined) throw new Error("nothing was delivered");
  if ([first, ...others].some((one) => textOf(one).includes(refundId) || isAbout(one, session))) return;
  expectAbout(first, session);
}

/** Judges that by now and for a moment longer no delivery of a webhook has this in it. */
export async function expectNothingOf({ inbox }: Hook, text: string, hint: string): Promise<void> {
  await inbox.waitFor(inbox.deliveries().length + 1, grace);
  const odd = inbox.deliveries().find((one) => textOf(one).includes(text));
  if (odd !== undefined) throw unwanted(odd, `nothing about ${text}`, hint);
}

/** Judges that a delivery says which event it tells of. */
export function expectNamed(delivery: Delivery, event: string): void {
  const said = [textOf(delivery), ...delivery.headers.map(([, value]) => value)];
  if (!said.some((part) => part.includes(event)))
    throw unwanted(delivery, `the name ${event} in body or headers`);
}

function isAbout(delivery: Delivery, { id, order }: Pick<Session, "id" | "order">): boolean {
  const text = textOf(delivery);
  return text.includes(id) || text.includes(order.orderReference);
}

/** Judges that a delivery is a POST that is signed under a secret; notes by which scheme. */
export function expectSigned({ note }: World, delivery: Delivery, secret: string): void {
  const scheme = schemeOf(delivery, secret);
  if (scheme !== undefined) return note(`signed as ${scheme.told}`);
  throw new Violation({
    where: "headers of the delivery",
    expected: "an HMAC-SHA256 under the webhook's signing secret, over the bytes that were sent",
    actual: delivery.headers.map(([name, value]) => `${name}: ${value}`).join(", "),
    hint:
      mistakeOf(delivery, secret) ??
      "tried are body, timestamp.body and id.timestamp.body, in hex and base64",
    answer: exchangeOf(delivery),
  });
}

/** Judges that a delivery does not verify under secrets that are not its webhook's. */
export function expectForeign(delivery: Delivery, ...secrets: readonly string[]): void {
  const [scheme] = secrets.flatMap((secret) => schemeOf(delivery, secret) ?? []);
  if (scheme === undefined) return;
  throw new Violation({
    where: "signature of the delivery",
    expected: "no signature that verifies under another webhook's secret",
    actual: `it verifies: ${scheme.told}`,
    hint: "every webhook has a secret of its own",
    answer: exchangeOf(delivery),
  });
}

/** Judges that a delivery is an HTTP POST. */
export function expectPost(delivery: Delivery): void {
  if (delivery.method === "POST") return;
  const answer = exchangeOf(delivery);
  throw new Violation({ where: "method of the delivery", expected: "POST", actual: delivery.method, answer });
}

/** Makes a refund of a paid session fail, by the driver: of all of it, unless an amount is given. */
export async function failedRefund(world: World, session: Session, amount?: number): Promise<string> {
  const payments = session.apiKey === undefined ? world.payments : world.payments.as(session.apiKey);
  const body = amount === undefined ? {} : { amount };
  return refundToFail({ ...world, payments }, session.id, body, (answer) =>
    premise("refunding", answer, "/refundId"),
  );
}

const withFailures = { capability: "refunds", needs: ["receiver", "checkout", "refundFailure"] } as const;

/** Refunds that fail. */
export const failingRefunds: readonly FailingRefund[] = [
  { ...withFailures, name: "a refund that its provider declined" },
  { ...withFailures, name: "a refund of a part", amountOf: ({ order }) => quarterOf(order) },
  { ...withFailures, name: "a second refund of the application", before: true },
];

interface FailingRefund extends Variant {
  readonly amountOf?: (session: Session) => number;
  /** Whether a refund of another session has failed before. */
  readonly before?: boolean;
}

/** Makes the refund of another session fail first, where that is asked for. */
export async function failedBefore(world: World, store: Store, { before }: FailingRefund): Promise<void> {
  if (before !== true) return;
  await failedRefund(world, await payIn(world, store));
  await arrived(store.hooks[0], "refund.failed");
}

/** Places in which a delivery names its event; the first that is there counts. */
const idMembers = ["/id", "/eventId", "/event_id", "/event/id"];
const idHeaders = /^(webhook-id|(x-)?([a-z]+-)*(event|delivery|message)-id)$/i;

/** What tells an event from all others. */
export function eventIdOf(delivery: Delivery): string {
  const member = idMembers.map((pointer) => valueAt(parsed(delivery), pointer)).find(isName);
  const header = delivery.headers.find(([name]) => idHeaders.test(name))?.[1];
  const id = member ?? header;
  if (id !== undefined) return String(id);
  throw new NotServed("no member or header of a delivery looks like the id of an event");
}

function isName(value: unknown): boolean {
  return (typeof value === "string" && value !== "") || typeof value === "number";
}

function parsed(delivery: Delivery): unknown {
  try {
    return JSON.parse(textOf(delivery));
  } catch {
    return undefined;
  }
}

/** Asks the target to switch a webhook on or off; blocks the check where that is not accepted. */
export async function switchedTo(
  { management, given }: World,
  { webhook }: Hook,
  isActive: boolean,
): Promise<Answer> {
  return given.acceptance(management.updateWebhook(webhook.applicationId, webhook.id, { isActive }));
}
