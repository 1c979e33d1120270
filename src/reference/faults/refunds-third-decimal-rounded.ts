import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Rounds amounts of three decimals",
  breaks: "refunds/rejects-bad-amount",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      createRefund: (body) => {
        const order = Object(body);
        const isNumber = typeof order.amount === "number" && order.amount >= 0.01;
        return parts.validate.createRefund(
          isNumber ? { ...order, amount: Math.round(order.amount * 100) / 100 } : body,
        );
      },
    },
  }),
});
