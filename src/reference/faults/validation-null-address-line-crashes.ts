import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Crashes on an order whose billing address has null for a city",
  breaks: "validation/never-5xx",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      createSession: (body) => {
        const { city } = Object(Object(Object(body).customer).billingAddress);
        if (city === null) throw new TypeError("Cannot read properties of null (reading 'trim')");
        return parts.validate.createSession(body);
      },
    },
  }),
});
