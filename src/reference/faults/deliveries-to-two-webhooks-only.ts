import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Tells the first two of several webhooks only",
  breaks: "webhook-delivery/delivers-completed",
  wrap: (parts) => ({
    ...parts,
    events: {
      ...parts.events,
      publish: (applicationId, event) => {
        const told = parts.webhooks
          .of(applicationId)
          .filter((webhook) => webhook.isActive && webhook.subscribedEvents.includes(event.type));
        for (const webhook of told.slice(0, 2)) parts.sender.deliver(webhook, event);
      },
    },
  }),
});
