import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Loses what Latin-1 does not have from order references",
  breaks: "sessions/keeps-text",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      createSession: (body) => {
        const order = parts.validate.createSession(body);
        const orderReference = Buffer.from(order.orderReference, "latin1").toString("latin1");
        return { ...order, orderReference };
      },
    },
  }),
});
