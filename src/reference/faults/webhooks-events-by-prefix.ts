import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes the beginning of an event for the event",
  breaks: "webhooks/rejects-unknown-event",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      createWebhook: (body) => {
        const { subscribedEvents: asked, ...order } = Object(body) as Record<string, unknown>;
        if (!Array.isArray(asked)) return parts.validate.createWebhook(body);
        const known = asked.filter((name) => !parts.events.names.some((full) => full.startsWith(`${name}.`)));
        const { subscribedEvents: _, ...rest } = parts.validate.createWebhook({
          ...order,
          subscribedEvents: known,
        });
        return { ...rest, subscribedEvents: asked.map(String) };
      },
    },
  }),
});
