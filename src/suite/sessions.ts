import { type Answer, isClientError, isSuccess, summary, valueAt } from "./answer.ts";
import { memberFlaw } from "./body-flaws.ts";
import { withRaw } from "./call.ts";
import type { Variant } from "./define.ts";
import type { Checkout } from "./drivers.ts";
import type { Flaw } from "./expect/refusal.ts";
import { fixture } from "./fixtures.ts";
import type { Session } from "./given.ts";
import type { Order } from "./order.ts";
import { briefly, eventually } from "./patience.ts";
import { premise } from "./premises.ts";
import { refund } from "./refunds.ts";
import { Blocked, type Evidence, NotServed, Violation } from "./violation.ts";
import type { World } from "./world.ts";

/** Seconds from a session's creation to its end, by its own word. */
export function secondsToLive({ answer }: Session): number {
  const [created, end] = ["/createdAt", "/expiresAt"].map((pointer) =>
    Date.parse(String(valueAt(answer.json, pointer))),
  );
  const seconds = Math.ceil(((end ?? Number.NaN) - (created ?? Number.NaN)) / 1000);
  if (seconds > 0) return seconds;
  throw new Blocked(`a session does not say how long it lives: ${summary(answer)}`, answer);
}

/** Tries to pay where paying may be impossible: then the checkout says no, which is as good. */
export function tryToPay(checkout: Checkout, session: Session): Promise<void> {
  return tryTo(checkout, "pay", session);
}

/** The same of anything that a shopper does. */
export async function tryTo(checkout: Checkout, act: keyof Checkout, session: Session): Promise<void> {
  try {
    await checkout[act](session);
  } catch (error) {
    if (!(error instanceof Blocked)) throw error;
  }
}

/** The session once its status is one of these, or as it is after a while. */
export function whenStatus(
  { payments }: World,
  { id }: Session,
  ...statuses: readonly string[]
): Promise<Answer> {
  return eventually(
    () => payments.readSession(id),
    (answer) => statuses.includes(String(valueAt(answer.json, "/status"))),
  );
}

/** The session once it is no longer PENDING, or as it is after a while. */
export function whenDecided({ payments }: World, { id }: Session): Promise<Answer> {
  return eventually(
    () => payments.readSession(id),
    (answer) => valueAt(answer.json, "/status") !== "PENDING",
    briefly,
  );
}

/** A total, literally as it is to stand in the JSON, and the parts of it that are refunded first; optional where a target may refuse it. */
interface Amounts extends Variant {
  readonly total: string;
  readonly parts: readonly number[];
  /** Rather than the run's own. */
  readonly currency?: string;
}

export const amounts = fixture<readonly Amounts[]>("amounts");

/** A paid session over a total that is written just so. */
export async function paidSessionOver(world: World, row: Amounts): Promise<Session> {
  const { name, total, currency, optional } = row;
  const { given, send, checkout } = world;
  const { call } = await given.request("createSession");
  const order = orderOver(given.order, Number(total), currency);
  const text = JSON.stringify(order).replace(`"total":${order.amount.total}`, `"total":${total}`);
  const answer = await send(withRaw(call, text));
  if (optional === true && isClientError(answer)) throw new NotServed(`${name}: ${summary(answer)}`);
  const id = premise("creating a session over that total", answer, "/sessionId");
  const checkoutUrl = String(valueAt(answer.json, "/checkoutUrl"));
  const session = { id, checkoutUrl, order, key: "", apiKey: undefined, answer };
  await checkout.pay(session);
  const paid = await whenStatus(world, session, "SUCCEEDED");
  if (valueAt(paid.json, "/status") === "SUCCEEDED") return session;
  if (optional === true) throw new NotServed(`${name}: it was not paid`);
  throw new Blocked(`the session was not paid: ${summary(paid)}`, paid);
}

/** An order of one item that adds up, for a target that checks the sum. */
function orderOver(
  order: (changes: Readonly<Record<string, unknown>>) => Order,
  total: number,
  currency: string | undefined,
): Order {
  return order({
    ...(currency === undefined ? {} : { currency }),
    amount: { total, shipping: 0, tax: 0 },
    orderItems: [{ name: "Trail running shoes", sku: "SHOE-42", quantity: 1, unitPrice: total }],
  });
}

/** Refunds the parts and then all that remains; gives the amounts as the target answered them. */
export async function refundInParts(
  world: World,
  session: Session,
  parts: readonly number[],
): Promise<readonly unknown[]> {
  const refunded: unknown[] = [];
  for (const amount of parts) {
    const answer = await refund(world, session, { amount });
    world.expect(answer, "it was paid, and as much is left").toBeAccepted();
    refunded.push(valueAt(answer.json, "/amount"));
    await whenStatus(world, session, "PARTIALLY_REFUNDED");
  }
  const rest = await refund(world, session, {});
  world.expect(rest, "something of what was paid is left").toBeAccepted();
  return [...refunded, valueAt(rest.json, "/amount")];
}

/** The parts, and what they leave of the total, to the cent. */
export function partsOf({ total, parts }: Amounts): readonly number[] {
  const cents = (amount: number) => Math.round(amount * 100);
  const rest = parts.reduce((left, part) => left - cents(part), cents(Number(total)));
  return [...parts, rest / 100];
}

const foreignUrls = fixture<readonly { name: string; url: string }[]>("foreign-urls");

export const redirects = ["success", "failure"].map((name) => ({
  name,
  flaws: foreignUrls.map((row) => memberFlaw(`/redirectUrls/${name}`, row.name, row.url)),
}));

/** The members of an order, each with values of other types, for it and for all that is in it. */
export const illTypedMembers = Object.entries(fixture<Readonly<Record<string, unknown>>>("order"))
  .concat([
    ["orderReference", ""],
    ["paymentMethod", ""],
  ])
  .map(([name, value]) => ({ name, flaws: illTyped(`/${name}`, value) }));

function illTyped(pointer: string, value: unknown): readonly Flaw[] {
  if (typeof value === "string") return flawsAt(pointer, ["a number", 42], ["an object", {}]);
  if (typeof value === "number")
    return flawsAt(pointer, ["a number as text", String(value)], ["an object", {}]);
  const flaws = flawsAt(pointer, ["a text", "text"], ["a number", 42]);
  // What merchants add is their own affair.
  if (pointer === "/additionalInformation") return flaws;
  if (Array.isArray(value)) return [...flaws, ...illTyped(`${pointer}/0`, value[0])];
  const members = Object.entries(Object(value) as object);
  return [...flaws, ...members.flatMap(([name, member]) => illTyped(`${pointer}/${name}`, member))];
}

function flawsAt(pointer: string, ...values: readonly (readonly [name: string, value: unknown])[]) {
  return values.map(([name, value]) => memberFlaw(pointer, name, value));
}

/** Reads each session that was created at once with others, and judges that it is the one that was ordered. */
export async function judgeApart(
  { payments }: World,
  created: readonly Answer[],
  orders: readonly Order[],
): Promise<void> {
  const accepted = created.flatMap((answer, i) => (isSuccess(answer) ? [{ answer, order: orders[i] }] : []));
  if (accepted.length < 2) throw new Blocked("sessions at once were not accepted", created[0]);
  const read = await Promise.all(
    accepted.map(async ({ answer, order }) => ({
      own: order?.orderReference,
      answer: await payments.readSession(String(valueAt(answer.json, "/sessionId"))),
    })),
  );
  const evidence = read
    .filter(({ own, answer }) => valueAt(answer.json, "/orderReference") !== own)
    .map(({ own, answer }): Evidence => ({
      where: "/orderReference of a session made at the same moment as others",
      expected: String(own),
      actual: summary(answer),
      hint: "look for state that requests share",
      answer,
    }));
  if (evidence.length > 0) throw new Violation(evidence);
}

export function isReadSession(answer: Answer): boolean {
  return answer.operation === "readSession" && isSuccess(answer);
}
