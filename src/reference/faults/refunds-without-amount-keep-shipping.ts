import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Keeps the shipping back when a refund has no amount",
  breaks: "refunds/full-refund",
  wrap: (parts) => ({
    ...parts,
    ledger: {
      ...parts.ledger,
      asked: (session, order) => {
        const asked = parts.ledger.asked(session, order);
        const isWhole = order.amount === undefined && session.refunds.length === 0;
        return isWhole ? asked - Math.round((session.order.amount.shipping ?? 0) * 100) : asked;
      },
    },
  }),
});
