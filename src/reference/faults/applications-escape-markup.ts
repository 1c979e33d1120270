import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Escapes markup when it stores a text",
  breaks: "applications/keeps-text",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      createApplication: (body) => {
        const order = parts.validate.createApplication(body);
        return { ...order, name: parts.checkoutPage.escape(order.name) };
      },
    },
  }),
});
