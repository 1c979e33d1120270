import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Counts the refunds of all sessions with one order reference together",
  breaks: "refunds/leaves-other-sessions-alone",
  wrap: (parts) => ({
    ...parts,
    ledger: {
      ...parts.ledger,
      taken: (session) =>
        [...parts.sessions.all()]
          .filter(({ order }) => order.orderReference === session.order.orderReference)
          .reduce((sum, other) => sum + parts.ledger.taken(other), 0),
    },
  }),
});
