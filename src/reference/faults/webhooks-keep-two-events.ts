import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Keeps at most two of the events that are asked for",
  breaks: "webhooks/creates",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      createWebhook: (body) => {
        const { subscribedEvents, ...order } = parts.validate.createWebhook(body);
        return subscribedEvents === undefined
          ? order
          : { ...order, subscribedEvents: subscribedEvents.slice(0, 2) };
      },
    },
  }),
});
