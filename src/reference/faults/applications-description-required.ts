import { defineFault } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Demands a description of every application",
  breaks: "applications/description-optional",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      createApplication: (body) => {
        const order = parts.validate.createApplication(body);
        if (order.description === undefined) throw new Refusal(400, ["description is required"]);
        return order;
      },
    },
  }),
});
