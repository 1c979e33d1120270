import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Makes a refund of nothing when a refunded session is refunded again without an amount",
  breaks: "refunds/refuses-after-full",
  wrap: (parts) => ({
    ...parts,
    ledger: {
      ...parts.ledger,
      accept: (session, order) => {
        const [last] = session.refunds.slice(-1);
        const isOver = session.status === "REFUNDED" && order.amount === undefined && last !== undefined;
        return isOver ? { ...last, id: parts.secrets.id(), amount: 0 } : parts.ledger.accept(session, order);
      },
      settle: (refund) => {
        if (refund.amount > 0) parts.ledger.settle(refund);
      },
    },
  }),
});
