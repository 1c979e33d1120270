import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Computes what remains in floating point and cuts it off",
  breaks: "refunds/gives-back-the-remainder",
  wrap: (parts) => ({
    ...parts,
    ledger: {
      ...parts.ledger,
      asked: (session, order) => {
        if (order.amount !== undefined) return parts.ledger.asked(session, order);
        const taken = session.refunds.filter(({ status }) => status !== "FAILED");
        const left = taken.reduce((rest, { amount }) => rest - amount / 100, session.total / 100);
        return Math.floor(left * 100);
      },
    },
  }),
});
