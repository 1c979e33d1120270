import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Tells inactive webhooks too",
  breaks: "webhook-delivery/inactive-gets-nothing",
  wrap: (parts) => ({
    ...parts,
    events: {
      ...parts.events,
      publish: (applicationId, event) => {
        for (const webhook of parts.webhooks.of(applicationId))
          if (webhook.subscribedEvents.includes(event.type))
            parts.sender.deliver({ ...webhook, isActive: true }, event);
      },
    },
  }),
});
