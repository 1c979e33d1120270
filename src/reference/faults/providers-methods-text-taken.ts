import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes a text for a list of one payment method",
  breaks: "providers/requires-fields",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      setPaymentMethods: (body) => {
        const { paymentMethods } = Object(body);
        const isText = typeof paymentMethods === "string";
        return parts.validate.setPaymentMethods(isText ? { paymentMethods: [paymentMethods] } : body);
      },
    },
  }),
});
