import type { Event } from "../events.ts";
import { defineFault, replaceOperation } from "../fault.ts";
import type { Webhook } from "../records.ts";

export const fault = defineFault({
  title: "Tells a webhook nothing any more once it was inactive",
  breaks: "webhook-delivery/inactive-gets-nothing",
  wrap: (parts) => {
    const silenced = new Set<string>();
    const noticing = replaceOperation(parts, "updateWebhook", (call, next) => {
      if (Object(call.body)["isActive"] === false) silenced.add(call.params["webhookId"] ?? "");
      return next(call);
    });
    const deliver = (webhook: Webhook, event: Event) => {
      if (!silenced.has(webhook.id)) parts.sender.deliver(webhook, event);
    };
    return { ...noticing, sender: { ...parts.sender, deliver } };
  },
});
