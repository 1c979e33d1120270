import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Subscribes a webhook that is moved to the default events",
  breaks: "webhooks/updates-url-and-status",
  wrap: (parts) =>
    replaceOperation(parts, "updateWebhook", (call, next) => {
      const webhook = parts.webhooks.find(call.params["webhookId"] ?? "");
      const isMoved = Object(call.body)["url"] !== undefined;
      if (webhook !== undefined && isMoved)
        Object.assign(webhook, { subscribedEvents: parts.events.defaults });
      return next(call);
    }),
});
