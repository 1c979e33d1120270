import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Calls a session PARTIALLY_REFUNDED whose refund of a part failed",
  breaks: "refunds/failed-gives-nothing-back",
  wrap: (parts) => ({
    ...parts,
    ledger: {
      ...parts.ledger,
      fail: (refund) => {
        parts.ledger.fail(refund);
        const session = parts.sessions.find(refund.sessionId);
        if (session !== undefined && refund.amount < session.total)
          parts.sessionStates.move(session, "PARTIALLY_REFUNDED", null);
      },
    },
  }),
});
