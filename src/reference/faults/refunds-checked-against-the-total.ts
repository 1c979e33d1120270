import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Compares each refund with the total, not with what remains",
  breaks: "refunds/refuses-excess",
  wrap: (parts) => ({
    ...parts,
    ledger: {
      ...parts.ledger,
      remaining: (session) =>
        session.status === "PARTIALLY_REFUNDED" ? session.total : parts.ledger.remaining(session),
      asked: (session, order) =>
        order.amount === undefined
          ? session.total - parts.ledger.taken(session)
          : parts.ledger.asked(session, order),
    },
  }),
});
