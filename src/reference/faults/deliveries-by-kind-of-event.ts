import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Tells webhooks of all events of a kind when they asked for one",
  breaks: "webhook-delivery/delivers-only-subscribed",
  wrap: (parts) => ({
    ...parts,
    events: {
      ...parts.events,
      publish: (applicationId, event) => {
        for (const webhook of parts.webhooks.of(applicationId))
          if (
            webhook.isActive &&
            webhook.subscribedEvents.some((name) => name.split(".")[0] === event.type.split(".")[0])
          )
            parts.sender.deliver(webhook, event);
      },
    },
  }),
});
