import type { Event } from "../events.ts";
import { defineFault } from "../fault.ts";
import type { Webhook } from "../records.ts";

export const fault = defineFault({
  title: "Remembers the status that a webhook had at its first delivery",
  breaks: "webhook-delivery/inactive-gets-nothing",
  wrap: (parts) => {
    const known = new Map<string, Webhook>();
    const publish = (applicationId: string, event: Event) => {
      for (const webhook of parts.webhooks.of(applicationId)) {
        const before = known.get(webhook.id) ?? { ...webhook };
        if (before.isActive) known.set(webhook.id, before);
        if (before.isActive && before.subscribedEvents.includes(event.type))
          parts.sender.deliver(before, event);
      }
    };
    return { ...parts, events: { ...parts.events, publish } };
  },
});
