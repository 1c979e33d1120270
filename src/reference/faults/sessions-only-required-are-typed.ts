import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Does not look at the optional members of an order",
  breaks: "sessions/validates-field-types",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      createSession: (body) => {
        const { locale: _, shipping: __, ...order } = { ...Object(body) } as Record<string, unknown>;
        return parts.validate.createSession(order);
      },
    },
  }),
});
