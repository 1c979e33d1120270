import { type Answer, isSuccess, summary, valueAt } from "./answer.ts";
import type { Observation, Variant } from "./define.ts";
import type { Session } from "./given.ts";
import { briefly, eventually } from "./patience.ts";
import { keepRecent } from "./recent.ts";
import { isReadSession, tryTo } from "./sessions.ts";
import { Blocked, NotServed } from "./violation.ts";
import type { World } from "./world.ts";

/** What a shopper may try with a session. */
interface Attempt extends Variant {
  readonly act: "pay" | "decline" | "cancel";
}

/** What is tried with a session that was paid. */
export const attemptsAfterPayment: readonly Attempt[] = [
  { name: "paid again", act: "pay" },
  { name: "declined", act: "decline", optional: true },
  { name: "cancelled", act: "cancel", optional: true },
];

type Unpaid = "decline" | "cancel";

/** How a session ends without a payment. */
export const endsUnpaid: readonly (Attempt & { readonly act: Unpaid })[] = [
  { name: "declined", act: "decline" },
  { name: "cancelled", act: "cancel" },
];

/** Tries what a shopper no longer can: that the checkout says no is as good. */
export async function tryAfterwards({ checkout, facts }: World, session: Session, act: Attempt["act"]) {
  requireWay({ facts }, act);
  await tryTo(checkout, act, session);
}

/** A session that ended unpaid, in whatever state that is. Another try with another card is a shop's own affair. */
export function overSession(world: World, act: Unpaid): Promise<Session> {
  return endUnpaid(world, act, (last) => {
    throw new NotServed(`a session that is over once its shopper is gone (${summary(last)})`);
  });
}

/** A session whose shopper was declined, or left; blocks the check while it stays PENDING. */
export function unpaidSession(world: World, act: Unpaid): Promise<Session> {
  return endUnpaid(world, act, (last) => {
    throw new Blocked(`the session stayed PENDING after its shopper was gone: ${summary(last)}`, last);
  });
}

async function endUnpaid(world: World, act: Unpaid, stayed: (last: Answer) => never): Promise<Session> {
  requireWay(world, act);
  const session = await world.given.session();
  await world.checkout[act](session);
  const isOver = (answer: Answer) => valueAt(answer.json, "/status") !== "PENDING";
  const last = await eventually(() => world.payments.readSession(session.id), isOver);
  return isOver(last) ? session : stayed(last);
}

function requireWay({ facts }: Pick<World, "facts">, act: Attempt["act"]): void {
  if (facts.checkout?.[act] === undefined)
    throw new NotServed(`a way to ${act}; configure \`checkout.${act}\``);
}

/** The session once its status is another than this, or as it is after a moment. */
export function whenNoLonger({ payments }: World, { id }: Session, status: string): Promise<Answer> {
  return eventually(
    () => payments.readSession(id),
    (answer) => valueAt(answer.json, "/status") !== status,
    briefly,
  );
}

/** The session should it become SUCCEEDED after all, or as it is after a moment. */
export function whenPaidAfterAll({ payments }: World, { id }: Session): Promise<Answer> {
  return eventually(
    () => payments.readSession(id),
    (answer) => valueAt(answer.json, "/status") === "SUCCEEDED",
    briefly,
  );
}

/** Every session that is created waits for its shopper; a replay may tell what became of it. */
export function newSessions(): Observation {
  const known = new Set<string>();
  return {
    when: (answer) => answer.operation === "createSession" && isSuccess(answer) && !answer.odd,
    check({ expect }, answer) {
      const id = String(valueAt(answer.json, "/sessionId"));
      const isNew = !known.has(id);
      keepRecent(known, id);
      expect(answer).at("/sessionId").toBeUuid();
      expect(answer).at("/checkoutUrl").toBeWebAddress();
      expect(answer).at("/expiresAt").toBeAfter(valueAt(answer.json, "/createdAt"));
      if (isNew) expect(answer).at("/status").toEqual("PENDING");
    },
  };
}

export function isReadSucceeded(answer: Answer): boolean {
  return isReadSession(answer) && valueAt(answer.json, "/status") === "SUCCEEDED";
}

/** Nothing, in any spelling. */
export function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === "";
}
