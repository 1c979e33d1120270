import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes any text for an event",
  breaks: "webhooks/rejects-unknown-event",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      createWebhook: (body) => {
        const { subscribedEvents: asked, ...order } = Object(body) as Record<string, unknown>;
        if (!Array.isArray(asked)) return parts.validate.createWebhook(body);
        if (asked.some((name) => typeof name !== "string")) return parts.validate.createWebhook(body);
        return { ...parts.validate.createWebhook(order), subscribedEvents: asked };
      },
    },
  }),
});
