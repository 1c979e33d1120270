import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Calls a session REFUNDED when a sum of its refunds in floating point has come to the total",
  breaks: "refunds/remainder-refund",
  wrap: (parts) => ({
    ...parts,
    ledger: {
      ...parts.ledger,
      completed: (session) => {
        const done = session.refunds.filter(({ status }) => status === "COMPLETED");
        const sum = done.reduce((so, { amount }) => so + amount / 100, 0);
        return sum >= session.total / 100
          ? session.total
          : Math.min(Math.round(sum * 100), session.total - 1);
      },
    },
  }),
});
