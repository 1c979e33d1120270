import type { Refund } from "./records.ts";

export const refundOutcomeNames = ["complete", "fail", "hold"] as const;
export type RefundOutcome = (typeof refundOutcomeNames)[number];

/** What the provider makes of refunds: decided for one session, for the next refund, or for all. */
export interface RefundOutcomes {
  of(refund: Refund): RefundOutcome;
  setForAll(outcome: RefundOutcome): void;
  setForNext(outcome: RefundOutcome): void;
  setForSession(sessionId: string, outcome: RefundOutcome): void;
}

export const createRefundOutcomes = (initial: RefundOutcome): RefundOutcomes => {
  const bySession = new Map<string, RefundOutcome>();
  let next: RefundOutcome | undefined;
  let all = initial;
  const takeNext = (): RefundOutcome | undefined => {
    const taken = next;
    next = undefined;
    return taken;
  };
  return {
    of: ({ sessionId }) => bySession.get(sessionId) ?? takeNext() ?? all,
    setForAll: (outcome) => {
      all = outcome;
    },
    setForNext: (outcome) => {
      next = outcome;
    },
    setForSession: (sessionId, outcome) => void bySession.set(sessionId, outcome),
  };
};
