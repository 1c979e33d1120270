import { type Answer, isSuccess, summary, valueAt } from "./answer.ts";
import type { Arranged } from "./arrange.ts";
import { idempotencyKeyHeader } from "./call.ts";
import type { Session } from "./given.ts";
import { centsOf, moneyOf } from "./money.ts";
import { quarterOf } from "./order.ts";
import { briefly, eventually, isPutOff } from "./patience.ts";
import { premise } from "./premises.ts";
import { Blocked, Violation } from "./violation.ts";
import type { World } from "./world.ts";

/** Asks for a refund, under a key of its own unless told; asks again while the target is busy with an earlier one. */
export async function refund(
  world: World,
  session: Session,
  body: unknown,
  keyFor: () => string = world.given.idempotencyKey,
): Promise<Answer> {
  const ask = () => world.payments.createRefund(session.id, body, { key: keyFor() });
  const answer = await eventually(ask, (last) => !isPutOff(last), briefly);
  if (!isPutOff(answer)) return answer;
  const last = await finishEarlier(world, session);
  if (pendingOn(last).length > 0) throw stillOnItsWay(last);
  return ask();
}

/** Brings earlier refunds of a session to their end, should there be any: some take one at a time only. */
async function finishEarlier(world: World, session: Session, pausesMs?: readonly number[]): Promise<Answer> {
  await completeAll(world, session, pendingOn(await read(world, session)));
  const isNonePending = (answer: Answer) => pendingOn(answer).length === 0;
  return eventually(() => read(world, session), isNonePending, pausesMs);
}

function pendingOn(session: Answer): readonly string[] {
  return listedRefunds(session).flatMap((entry) =>
    valueAt(entry, "/status") === "PENDING" ? [String(valueAt(entry, "/id"))] : [],
  );
}

function stillOnItsWay(session: Answer): Blocked {
  return new Blocked(
    `a refund stayed on its way; configure \`refunds.complete\`: ${summary(session)}`,
    session,
  );
}

/** Refunds these amounts one after the other; undefined asks for all that remains. Judges that each is accepted. */
export async function refundEach(
  world: World,
  session: Session,
  amounts: readonly (number | undefined)[],
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (const amount of amounts) {
    const answer = await refund(world, session, amount === undefined ? {} : { amount });
    world.expect(answer).toBeAccepted();
    answers.push(answer);
  }
  return answers;
}

/** The total of a session, in cents. */
export function totalOf({ order }: Session): number {
  return centsOf(order.amount.total);
}

/** The refunds that a session lists. */
export function listedRefunds(session: Answer): readonly unknown[] {
  const refunds = valueAt(session.json, "/refunds");
  return Array.isArray(refunds) ? refunds : [];
}

export function listedRefund(session: Answer, id: unknown): unknown {
  return listedRefunds(session).find((entry) => valueAt(entry, "/id") === id);
}

/** What a session lists as refunded or on the way, in cents; what failed is given back. */
export function listedCents(session: Answer): number {
  return listedRefunds(session)
    .filter((entry) => valueAt(entry, "/status") !== "FAILED")
    .reduce<number>((sum, entry) => sum + centsOf(valueAt(entry, "/amount")), 0);
}

/**
 * Judges the status that a session comes to by these refunds. It may follow on their acceptance or on their
 * completion; as long as one of them is on its way, nothing can be said against another status.
 */
export async function expectStatus(
  world: World,
  session: Session,
  status: string,
  refunds: readonly Answer[],
): Promise<void> {
  const isThere = (answer: Answer) => valueAt(answer.json, "/status") === status;
  const last = await completed(world, session, refunds, isThere);
  if (isThere(last)) return;
  world
    .expect(await eventually(() => read(world, session), isThere, briefly))
    .at("/status")
    .toEqual(status);
}

function read({ payments }: World, { id }: Session): Promise<Answer> {
  return payments.readSession(id);
}

/** A paid session of which a quarter was given back: some take no further refund until that is done. */
export async function sessionRefundedInPart(world: World): Promise<Session> {
  const session = await world.given.paidSession();
  const { answer } = await world.given.refund(session.id, { amount: quarterOf(session.order) });
  await completed(world, session, [answer], () => false);
  return session;
}

/** Waits, and helps where the run can, until the refunds are done or the session is as wanted. */
async function completed(
  world: World,
  session: Session,
  refunds: readonly Answer[],
  isWanted: (answer: Answer) => boolean,
): Promise<Answer> {
  const isDone = (answer: Answer) => isWanted(answer) || openOf(answer, refunds).length === 0;
  const soon = await eventually(() => read(world, session), isDone, briefly);
  if (isDone(soon)) return soon;
  await completeAll(world, session, openOf(soon, refunds));
  const last = await eventually(() => read(world, session), isDone);
  if (isDone(last)) return last;
  throw stillOnItsWay(last);
}

/** The refunds among these that the session does not list as completed. */
function openOf(session: Answer, refunds: readonly Answer[]): readonly string[] {
  const ids = refunds.map((answer) => String(valueAt(answer.json, "/refundId")));
  const status = (id: string) => valueAt(listedRefund(session, id), "/status");
  if (ids.some((id) => status(id) === "FAILED"))
    throw new Blocked(`the provider failed a refund: ${summary(session)}`, session);
  return ids.filter((id) => status(id) !== "COMPLETED");
}

/** One that comes to its end by itself in the meantime can't be completed any more, and need not be. */
async function completeAll({ refunds, facts }: World, { id: sessionId }: Session, ids: readonly string[]) {
  if (facts.refunds?.complete === undefined) return;
  for (const id of ids) await refunds.complete({ id, sessionId }).catch(() => undefined);
}

/** A lawful refund of a paid session: of all that remains once these amounts were refunded, to the cent. */
export async function arrangeRefund(world: World, ...before: readonly number[]): Promise<Arranged> {
  const { given, call } = world;
  const session = await given.paidSession();
  for (const amount of before) {
    premise("refunding a paid session", await refund(world, session, { amount }), "/refundId");
    await finishEarlier(world, session, briefly);
  }
  const rest = before.reduce((left, amount) => left - centsOf(amount), totalOf(session));
  const headers = [[idempotencyKeyHeader, given.idempotencyKey()]] as const;
  const params = { sessionId: session.id };
  return {
    call: await call("createRefund", { params, json: { amount: moneyOf(rest) }, headers }),
    sibling: () => arrangeRefund(world, ...before),
    look: async () => recordOf(await read(world, session)),
  };
}

/** What a refused refund must not change. */
function recordOf(session: Answer): unknown {
  return listedRefunds(session).map((entry) => [valueAt(entry, "/id"), valueAt(entry, "/amount")]);
}

/** Judges that a refused refund left no trace on its session. */
export async function expectUntouched(world: World, session: Session, before: Answer): Promise<void> {
  const after = await read(world, session);
  world.expect.value(recordOf(after), "refunds on the session", after).toEqual(recordOf(before));
}

/** The same of a session that nothing else is going to change. */
export async function expectUnchanged(world: World, session: Session, before: Answer): Promise<void> {
  await expectUntouched(world, session, before);
  world
    .expect(await read(world, session))
    .at("/status")
    .toEqual(valueAt(before.json, "/status"));
}

/** Waits for a refund to be listed on its session, and judges what is listed. */
export async function expectListedRefund(world: World, session: Session, accepted: Answer): Promise<void> {
  const id = valueAt(accepted.json, "/refundId");
  const isListed = (answer: Answer) => listedRefund(answer, id) !== undefined;
  const last = await eventually(() => read(world, session), isListed, briefly);
  const entries = listedRefunds(last).filter((entry) => valueAt(entry, "/id") === id);
  world.expect.value(entries.length, `entries of refund ${String(id)} on its session`, last).toEqual(1);
  for (const member of ["amount", "currency"])
    world.expect
      .value(valueAt(entries[0], `/${member}`), `${member} as listed on the session`, last)
      .toEqual(valueAt(accepted.json, `/${member}`));
}

/** What the accepted of several refunds come to, in cents. Blocks the check if there are none. */
export function acceptedCents(answers: readonly Answer[]): number {
  const accepted = answers.filter(isSuccess);
  if (accepted.length === 0) throw new Blocked(`none of ${answers.length} refunds was accepted`, answers[0]);
  return accepted.reduce((sum, answer) => sum + centsOf(valueAt(answer.json, "/amount")), 0);
}

/** Judges that refunds asked for at the same moment did not give back more than was paid. */
export async function expectNotOverspent(
  world: World,
  session: Session,
  twins: readonly Answer[],
): Promise<void> {
  const last = await read(world, session);
  const sums = {
    "accepted refunds": acceptedCents(twins),
    "refunds listed on the session": listedCents(last),
  };
  for (const [where, sum] of Object.entries(sums))
    if (sum > totalOf(session))
      throw new Violation({
        where: `sum of the ${where}, of ${twins.length} at once`,
        expected: `at most ${moneyOf(totalOf(session))}`,
        actual: String(moneyOf(sum)),
        hint: "look for a check of the balance and a write that are not one atomic step",
        answer: twins.find(isSuccess),
      });
}
