import { type Answer, isSuccess, summary, valueAt } from "./answer.ts";
import type { Observation, Variant } from "./define.ts";
import type { Session } from "./given.ts";
import { briefly, eventually } from "./patience.ts";
import { keepRecent } from "./recent.ts";
import { isReadSession, tryTo } from "./sessions.ts";
import { NotServed } from "./violation.ts";
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

/** How a session ends without a payment. */
export const endsUnpaid: readonly (Attempt & { readonly act: "decline" | "cancel" })[] = [
  { name: "declined", act: "decline" },
  { name: "cancelled", act: "cancel" },
];

/** Tries what a shopper no longer can: that the checkout says no is as good. */
export async function tryAfterwards({ checkout, facts }: World, session: Session, act: Attempt["act"]) {
  requireWay({ facts }, act);
  await tryTo(checkout, act, session);
}

/** A session that ended unpaid, in whatever state that is. Another try with another card is a shop's own affair. */
export async function overSession(world: World, act: "decline" | "cancel"): Promise<Session> {
  const session = await world.given.session();
  const last = await endUnpaid(world, session, act);
  if (valueAt(last.json, "/status") !== "PENDING") return session;
  throw new NotServed(`a session that is over once its shopper is gone (${summary(last)})`);
}

/** Has the shopper declined, or leave; gives the session once it is no longer PENDING, or as it is after a while. */
async function endUnpaid(world: World, session: Session, act: "decline" | "cancel"): Promise<Answer> {
  requireWay(world, act);
  await world.checkout[act](session);
  return eventually(
    () => world.payments.readSession(session.id),
    (answer) => valueAt(answer.json, "/status") !== "PENDING",
  );
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
