import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Tells every webhook of refunds that failed",
  breaks: "webhook-delivery/delivers-refund-failed",
  wrap: (parts) => ({
    ...parts,
    events: {
      ...parts.events,
      publish: (applicationId, event) => {
        for (const webhook of parts.webhooks.of(applicationId))
          if (
            webhook.isActive &&
            (event.type === "refund.failed" || webhook.subscribedEvents.includes(event.type))
          )
            parts.sender.deliver(webhook, event);
      },
    },
  }),
});
