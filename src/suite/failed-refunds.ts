import { type Answer, isSuccess, summary, valueAt } from "./answer.ts";
import type { Session } from "./given.ts";
import { centsOf, moneyOf } from "./money.ts";
import { briefly, eventually } from "./patience.ts";
import { premise } from "./premises.ts";
import { listedCents, listedRefund, refund, totalOf } from "./refunds.ts";
import { Blocked, type Evidence, Violation } from "./violation.ts";
import type { World } from "./world.ts";

/** Asks for a refund that its provider fails, by the driver; `idOf` judges the answer, and tells the refund's id. */
export async function refundToFail(
  { payments, refunds, given }: Pick<World, "payments" | "refunds" | "given">,
  sessionId: string,
  body: unknown,
  idOf: (answer: Answer) => string,
): Promise<string> {
  if (refunds.failsBeforehand) await refunds.fail({ id: "", sessionId });
  const id = idOf(await payments.createRefund(sessionId, body, { key: given.idempotencyKey() }));
  if (!refunds.failsBeforehand) await refunds.fail({ id, sessionId });
  return id;
}

/** Makes a refund that has to be accepted, and waits for it to fail; gives its id and the session as it is last. */
async function refundThatFails(world: World, sessionId: string, body: unknown) {
  const id = await refundToFail(world, sessionId, body, (answer) => {
    world.expect(answer).toBeAccepted();
    return premise("refunding", answer, "/refundId");
  });
  const isFailed = (read: Answer) => valueAt(listedRefund(read, id), "/status") === "FAILED";
  const last = await eventually(() => world.payments.readSession(sessionId), isFailed);
  return { id, last, isFailed: isFailed(last) };
}

/** Makes a refund and waits for it to fail; gives the session as it then is. */
export async function failRefund(world: World, sessionId: string, body: unknown): Promise<Answer> {
  const { last, isFailed } = await refundThatFails(world, sessionId, body);
  if (isFailed) return last;
  throw new Blocked(`the refund did not come to fail: ${summary(last)}`, last);
}

/**
 * Judges that after a failed refund there is no more to be had than was paid. Whether its amount comes back to the
 * balance is not documented, and so any of these refunds may be refused.
 */
export async function expectNotOverspentAfterFailure(
  world: World,
  session: Session,
  amount: number,
): Promise<void> {
  await failRefund(world, session.id, { amount });
  const rest = await refund(world, session, {});
  const again = await refund(world, session, { amount });
  const ids = [rest, again].filter(isSuccess).map((answer) => valueAt(answer.json, "/refundId"));
  const areListed = (read: Answer) => ids.every((id) => listedRefund(read, id) !== undefined);
  const last = await eventually(() => world.payments.readSession(session.id), areListed, briefly);
  const sums: readonly (readonly [where: string, sum: number, answer: Answer])[] = [
    [
      "all that remains after a failed refund",
      isSuccess(rest) ? centsOf(valueAt(rest.json, "/amount")) : 0,
      rest,
    ],
    ["refunds on the session that did not fail", listedCents(last), last],
  ];
  const evidence = sums
    .filter(([, sum]) => sum > totalOf(session))
    .map(([where, sum, answer]): Evidence => ({
      where,
      expected: `at most ${moneyOf(totalOf(session))}`,
      actual: String(moneyOf(sum)),
      hint: "a failed refund gives its amount back once, if at all",
      answer,
    }));
  if (evidence.length > 0) throw new Violation(evidence);
}

/** Judges that a refund stays on its session's list when it fails. */
export async function expectFailedListed(world: World, session: Session, amount: number): Promise<void> {
  const { id, last } = await refundThatFails(world, session.id, { amount });
  world.expect
    .value(valueAt(listedRefund(last, id), "/id"), `refund ${id} on its session, once it failed`, last)
    .toEqual(id);
}

/** Judges that a session does not stay refunded, in whole or in part; one that was so too early may come back. */
export async function expectNotRefunded(world: World, { id }: Session): Promise<void> {
  const isRefunded = (status: unknown) => status === "REFUNDED" || status === "PARTIALLY_REFUNDED";
  const last = await eventually(
    () => world.payments.readSession(id),
    (answer) => !isRefunded(valueAt(answer.json, "/status")),
  );
  world
    .expect(last)
    .at("/status")
    .toSatisfy((status) => !isRefunded(status), "one that is not refunded");
}
