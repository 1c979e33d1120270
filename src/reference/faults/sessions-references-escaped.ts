import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Escapes markup in order references",
  breaks: "sessions/keeps-text",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      createSession: (body) => {
        const order = parts.validate.createSession(body);
        return { ...order, orderReference: parts.checkoutPage.escape(order.orderReference) };
      },
    },
  }),
});
