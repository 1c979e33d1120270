import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Works out what remains in binary fractions",
  breaks: "sessions/keeps-cents",
  wrap: (parts) => ({
    ...parts,
    views: {
      ...parts.views,
      createdRefund: (refund) => {
        const shown = parts.views.createdRefund(refund);
        const session = parts.sessions.find(refund.sessionId);
        if (session === undefined || parts.ledger.remaining(session) > 0) return shown;
        const others = session.refunds.filter(({ id }) => id !== refund.id);
        return {
          ...shown,
          amount: others.reduce((left, { amount }) => left - amount / 100, session.total / 100),
        };
      },
    },
  }),
});
