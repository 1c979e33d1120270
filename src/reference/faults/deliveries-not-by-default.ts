import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Tells no webhook that took the default events",
  breaks: "webhook-delivery/delivers-completed",
  wrap: (parts) => ({
    ...parts,
    events: {
      ...parts.events,
      publish: (applicationId, event) => {
        for (const webhook of parts.webhooks.of(applicationId))
          if (
            webhook.isActive &&
            webhook.subscribedEvents !== parts.events.defaults &&
            webhook.subscribedEvents.includes(event.type)
          )
            parts.sender.deliver(webhook, event);
      },
    },
  }),
});
