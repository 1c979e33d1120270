import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Links a provider with the first of its payment methods only",
  breaks: "providers/links",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      linkProvider: (body) => {
        const order = parts.validate.linkProvider(body);
        return { ...order, paymentMethods: order.paymentMethods.slice(0, 1) };
      },
    },
  }),
});
