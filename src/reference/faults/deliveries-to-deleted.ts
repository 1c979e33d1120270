import type { Event } from "../events.ts";
import { defineFault, replaceOperation } from "../fault.ts";
import type { Webhook } from "../records.ts";

export const fault = defineFault({
  title: "Tells deleted webhooks",
  breaks: "webhook-delivery/deleted-gets-nothing",
  wrap: (parts) => {
    const deleted: Webhook[] = [];
    const remembering = replaceOperation(parts, "deleteWebhook", (call, next) => {
      deleted.push(parts.access.webhook(call));
      return next(call);
    });
    const publish = (applicationId: string, event: Event) => {
      parts.events.publish(applicationId, event);
      for (const webhook of deleted)
        if (webhook.applicationId === applicationId && webhook.subscribedEvents.includes(event.type))
          void parts.sender.attempt(webhook, event);
    };
    return { ...remembering, events: { ...parts.events, publish } };
  },
});
