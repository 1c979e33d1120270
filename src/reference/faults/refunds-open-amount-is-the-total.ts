import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes a refund without an amount for one of the whole total",
  breaks: "refunds/gives-back-the-remainder",
  wrap: (parts) => ({
    ...parts,
    ledger: {
      ...parts.ledger,
      asked: (session, order) =>
        order.amount === undefined ? session.total : parts.ledger.asked(session, order),
    },
  }),
});
