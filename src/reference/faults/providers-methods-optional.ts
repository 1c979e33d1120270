import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Links a provider without payment methods",
  breaks: "providers/requires-fields",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      linkProvider: (body) => parts.validate.linkProvider({ paymentMethods: [], ...Object(body) }),
    },
  }),
});
