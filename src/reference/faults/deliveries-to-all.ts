import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Tells every webhook of everything",
  breaks: "webhook-delivery/delivers-only-subscribed",
  wrap: (parts) => ({
    ...parts,
    events: {
      ...parts.events,
      publish: (applicationId, event) => {
        for (const webhook of parts.webhooks.of(applicationId))
          if (webhook.isActive) parts.sender.deliver(webhook, event);
      },
    },
  }),
});
