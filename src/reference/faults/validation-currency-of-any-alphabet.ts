import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes capital letters of any alphabet for a currency",
  breaks: "validation/undocumented-constraints",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      createSession: (body) => {
        const order = Object(body);
        const isCapital = typeof order.currency === "string" && /^\p{Lu}{3}$/u.test(order.currency);
        return parts.validate.createSession(isCapital ? { ...order, currency: "AUD" } : body);
      },
    },
  }),
});
