import { defineFault } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Refuses a description of an API key with a backslash",
  breaks: "validation/valid-is-accepted",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      createApiKey: (body) => {
        const order = parts.validate.createApiKey(body);
        if (order.description.includes("\\")) throw new Refusal(400, ["description must be plain text"]);
        return order;
      },
    },
  }),
});
