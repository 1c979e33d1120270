import { defineFault } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Refuses a webhook that wants all events",
  breaks: "validation/valid-is-accepted",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      createWebhook: (body) => {
        const order = parts.validate.createWebhook(body);
        if ((order.subscribedEvents?.length ?? 0) > 2)
          throw new Refusal(400, ["subscribedEvents are too many"]);
        return order;
      },
    },
  }),
});
