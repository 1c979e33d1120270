import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Looks at the first event that is asked for only",
  breaks: "webhooks/rejects-unknown-event",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      createWebhook: (body) => {
        const { subscribedEvents: asked, ...order } = Object(body) as Record<string, unknown>;
        if (!Array.isArray(asked)) return parts.validate.createWebhook(body);
        parts.validate.createWebhook({ ...order, subscribedEvents: asked.slice(0, 1) });
        return { ...parts.validate.createWebhook(order), subscribedEvents: asked.map(String) };
      },
    },
  }),
});
