import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Calls a session REFUNDED when its provider fails the refund of all of it",
  breaks: "lifecycle/obeys-full-model",
  wrap: (parts) => ({
    ...parts,
    ledger: {
      ...parts.ledger,
      fail: (refund) => {
        parts.ledger.fail(refund);
        const session = parts.sessions.find(refund.sessionId);
        if (session?.total === refund.amount) parts.sessionStates.move(session, "REFUNDED", null);
      },
    },
  }),
});
