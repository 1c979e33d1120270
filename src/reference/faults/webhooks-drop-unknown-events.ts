import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Leaves out the events it does not know, and says nothing",
  breaks: "webhooks/rejects-unknown-event",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      createWebhook: (body) => {
        const { subscribedEvents: asked, ...order } = Object(body) as Record<string, unknown>;
        if (!Array.isArray(asked)) return parts.validate.createWebhook(body);
        const known = asked.filter((name) => parts.events.names.includes(name));
        return parts.validate.createWebhook({ ...order, subscribedEvents: known });
      },
    },
  }),
});
