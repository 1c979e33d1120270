import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Crashes on half a character in the description of an API key",
  breaks: "validation/never-5xx",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      createApiKey: (body) => {
        const order = parts.validate.createApiKey(body);
        encodeURIComponent(order.description);
        return order;
      },
    },
  }),
});
