import type { Use } from "./parts.ts";
import type { Refund, Session } from "./records.ts";
import { Refusal } from "./refusal.ts";
import type { RefundOrder } from "./validation-session.ts";

/** The refunds of a session and what they leave of its total. All amounts are minor units. */
export interface Ledger {
  isRefundable(session: Session): boolean;
  /** Under way or done: a failed refund gives its amount back. */
  taken(session: Session): number;
  completed(session: Session): number;
  remaining(session: Session): number;
  /** What the order asks for: its amount, or all that remains. */
  asked(session: Session, order: RefundOrder): number;
  /** Checks and records in one go, so that refunds side by side cannot overspend. */
  accept(session: Session, order: RefundOrder): Refund;
  /** What becomes of an accepted refund, a moment later. */
  settle(refund: Refund): void;
  complete(refund: Refund): void;
  fail(refund: Refund): void;
}

const sum = (refunds: readonly Refund[]): number => refunds.reduce((total, { amount }) => total + amount, 0);

const check = (use: Use, session: Session, amount: number): void => {
  const { ledger, money } = use();
  const remaining = ledger.remaining(session);
  if (!ledger.isRefundable(session))
    throw new Refusal(409, `A session that is ${session.status} cannot be refunded`);
  if (amount > remaining || amount <= 0)
    throw new Refusal(422, `The refund exceeds what remains: ${money.toMajor(remaining)}`);
};

const accept = (use: Use, session: Session, order: RefundOrder): Refund => {
  const amount = use().ledger.asked(session, order);
  check(use, session, amount);
  const now = use().clock.now();
  const refund: Refund = {
    id: use().secrets.id(),
    sessionId: session.id,
    amount,
    currency: session.order.currency,
    status: "PENDING",
    failureReason: null,
    reason: order.reason ?? null,
    lineItems: order.lineItems,
    createdAt: now,
    updatedAt: now,
  };
  session.refunds.push(refund);
  use().refunds.add(refund);
  return refund;
};

const close = (use: Use, refund: Refund, status: "COMPLETED" | "FAILED", reason: string | null): void => {
  const session = use().sessions.find(refund.sessionId);
  if (session === undefined || refund.status !== "PENDING")
    throw new Refusal(409, `The refund is ${refund.status} and no longer PENDING`);
  refund.status = status;
  refund.failureReason = reason;
  refund.updatedAt = use().clock.now();
  use().sessionStates.followRefunds(session);
  use().events.ofRefund(status === "COMPLETED" ? "refund.completed" : "refund.failed", refund, session);
};

const settle = (use: Use, refund: Refund): void => {
  const outcome = use().refundOutcomes.of(refund);
  if (outcome === "complete") use().ledger.complete(refund);
  if (outcome === "fail") use().ledger.fail(refund);
};

export const createLedger = (use: Use): Ledger => ({
  isRefundable: ({ status }) => status === "SUCCEEDED" || status === "PARTIALLY_REFUNDED",
  taken: ({ refunds }) => sum(refunds.filter(({ status }) => status !== "FAILED")),
  completed: ({ refunds }) => sum(refunds.filter(({ status }) => status === "COMPLETED")),
  remaining: (session) => session.total - use().ledger.taken(session),
  asked: (session, { amount }) =>
    (amount === undefined ? undefined : use().money.toMinor(amount)) ?? use().ledger.remaining(session),
  accept: (session, order) => accept(use, session, order),
  settle: (refund) => settle(use, refund),
  complete: (refund) => close(use, refund, "COMPLETED", null),
  fail: (refund) => close(use, refund, "FAILED", "PROVIDER_DECLINED"),
});
