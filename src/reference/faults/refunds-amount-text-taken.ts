import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes an amount that is a text",
  breaks: "refunds/rejects-bad-amount",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      createRefund: (body) => {
        const order = Object(body);
        return parts.validate.createRefund(
          order.amount === "10.00" ? { ...order, amount: Number(order.amount) } : body,
        );
      },
    },
  }),
});
