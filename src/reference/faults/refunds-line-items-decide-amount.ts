import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Gives back the price of the line items instead of the amount",
  breaks: "refunds/line-items-not-validated",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      createRefund: (body) => {
        const order = Object(body);
        const items: unknown[] = Array.isArray(order.lineItems) ? order.lineItems : [];
        const [first] = items.map((item) => Object(item).unitPrice);
        return parts.validate.createRefund(first > 0 ? { ...order, amount: first } : order);
      },
    },
  }),
});
