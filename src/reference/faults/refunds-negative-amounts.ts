import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes a negative amount for a positive one",
  breaks: "refunds/rejects-bad-amount",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      createRefund: (body) => {
        const order = Object(body);
        return parts.validate.createRefund(order.amount < 0 ? { ...order, amount: -order.amount } : body);
      },
    },
  }),
});
