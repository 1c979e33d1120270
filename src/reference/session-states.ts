import type { Use } from "./parts.ts";
import type { FailureReason, Session, SessionStatus } from "./records.ts";
import { Refusal } from "./refusal.ts";

/** The state machine of sessions: PENDING to SUCCEEDED or FAILED, then by refunds to (PARTIALLY_)REFUNDED. */
export interface SessionStates {
  /** The shopper's three choices; 409 once the session is no longer PENDING. */
  pay(session: Session): void;
  decline(session: Session): void;
  cancel(session: Session): void;
  isOverdue(session: Session): boolean;
  /** Expires the session if its time is over, and gives it back. */
  refresh(session: Session): Session;
  /** Expires every session whose time is over. */
  sweep(): void;
  /** The status follows the refunds that were completed. */
  followRefunds(session: Session): void;
  move(session: Session, status: SessionStatus, failureReason: FailureReason | null): void;
}

const close = (use: Use, session: Session, status: SessionStatus, reason: FailureReason | null): void => {
  const { sessionStates, events } = use();
  if (sessionStates.refresh(session).status !== "PENDING")
    throw new Refusal(409, `The session is ${session.status} and no longer PENDING`);
  sessionStates.move(session, status, reason);
  events.ofSession(status === "SUCCEEDED" ? "session.completed" : "session.failed", session);
};

const refresh = (use: Use, session: Session): Session => {
  const { sessionStates, events } = use();
  if (session.status === "PENDING" && sessionStates.isOverdue(session)) {
    sessionStates.move(session, "FAILED", "EXPIRED");
    events.ofSession("session.expired", session);
  }
  return session;
};

const followRefunds = (use: Use, session: Session): void => {
  const completed = use().ledger.completed(session);
  if (completed === 0) return;
  use().sessionStates.move(session, completed < session.total ? "PARTIALLY_REFUNDED" : "REFUNDED", null);
};

export const createSessionStates = (use: Use): SessionStates => ({
  pay: (session) => close(use, session, "SUCCEEDED", null),
  decline: (session) => close(use, session, "FAILED", "DECLINED"),
  cancel: (session) => close(use, session, "FAILED", "CANCELLED"),
  isOverdue: (session) => session.expiresAt <= use().clock.now(),
  refresh: (session) => refresh(use, session),
  sweep: () => {
    for (const session of use().sessions.all()) use().sessionStates.refresh(session);
  },
  followRefunds: (session) => followRefunds(use, session),
  move: (session, status, failureReason) => {
    session.status = status;
    session.failureReason = failureReason;
    session.updatedAt = use().clock.now();
  },
});
