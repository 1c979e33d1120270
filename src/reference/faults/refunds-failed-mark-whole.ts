import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Calls a session REFUNDED whose refund of all of it failed",
  breaks: "refunds/failed-gives-nothing-back",
  wrap: (parts) => ({
    ...parts,
    ledger: {
      ...parts.ledger,
      fail: (refund) => {
        parts.ledger.fail(refund);
        const session = parts.sessions.find(refund.sessionId);
        if (session !== undefined && refund.amount === session.total)
          parts.sessionStates.move(session, "REFUNDED", null);
      },
    },
  }),
});
