import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Multiplies amounts by a hundred and cuts off what is behind the point",
  breaks: "refunds/amount-is-exact",
  wrap: (parts) => ({
    ...parts,
    ledger: {
      ...parts.ledger,
      asked: (session, order) =>
        order.amount === undefined ? parts.ledger.asked(session, order) : Math.trunc(order.amount * 100),
    },
  }),
});
