import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Gives back a cent more than remains",
  breaks: "refunds/refuses-excess",
  wrap: (parts) => ({
    ...parts,
    ledger: {
      ...parts.ledger,
      remaining: (session) => {
        const left = parts.ledger.remaining(session);
        return left > 0 && session.refunds.length === 2 ? left + 1 : left;
      },
      asked: (session, order) =>
        order.amount === undefined ? parts.ledger.remaining(session) : parts.ledger.asked(session, order),
    },
  }),
});
