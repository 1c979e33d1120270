import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Tells only webhooks that are subscribed to nothing else",
  breaks: "webhook-delivery/delivers-completed",
  wrap: (parts) => ({
    ...parts,
    events: {
      ...parts.events,
      publish: (applicationId, event) => {
        for (const webhook of parts.webhooks.of(applicationId))
          if (webhook.isActive && String(webhook.subscribedEvents) === event.type)
            parts.sender.deliver(webhook, event);
      },
    },
  }),
});
