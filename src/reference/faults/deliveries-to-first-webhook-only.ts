import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Tells the first of several webhooks only",
  breaks: "webhook-delivery/delivers-completed",
  wrap: (parts) => ({
    ...parts,
    events: {
      ...parts.events,
      publish: (applicationId, event) => {
        const first = parts.webhooks
          .of(applicationId)
          .find((webhook) => webhook.isActive && webhook.subscribedEvents.includes(event.type));
        if (first !== undefined) parts.sender.deliver(first, event);
      },
    },
  }),
});
