import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Does not look at the customer of an order",
  breaks: "sessions/validates-field-types",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      createSession: (body) => {
        const customer = { email: "somebody@example.com" };
        return parts.validate.createSession({ ...Object(body), customer });
      },
    },
  }),
});
