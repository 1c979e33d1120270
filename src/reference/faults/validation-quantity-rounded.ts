import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Rounds the quantity of an order item",
  breaks: "validation/undocumented-constraints",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      createSession: (body) => {
        const order = Object(body);
        if (!Array.isArray(order.orderItems)) return parts.validate.createSession(body);
        const orderItems = order.orderItems.map((item: { quantity: unknown }) =>
          typeof item?.quantity === "number" ? { ...item, quantity: Math.ceil(item.quantity) } : item,
        );
        return parts.validate.createSession({ ...order, orderItems });
      },
    },
  }),
});
