import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes payment methods that are no text",
  breaks: "providers/requires-fields",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      setPaymentMethods: (body) => {
        const { paymentMethods } = Object(body);
        if (!Array.isArray(paymentMethods)) return parts.validate.setPaymentMethods(body);
        return { paymentMethods: paymentMethods.map(String) };
      },
    },
  }),
});
