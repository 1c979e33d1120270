import type { Call } from "../call.ts";
import { defineFault, replaceOperation } from "../fault.ts";
import type { Webhook } from "../records.ts";

export const fault = defineFault({
  title: "Tests deleted webhooks",
  breaks: "webhooks/deletes",
  wrap: (parts) => {
    const deleted = new Map<string, Webhook>();
    const remembering = replaceOperation(parts, "deleteWebhook", (call, next) => {
      const webhook = parts.access.webhook(call);
      deleted.set(webhook.id, webhook);
      return next(call);
    });
    const webhook = (call: Call) => deleted.get(call.params["webhookId"] ?? "") ?? parts.access.webhook(call);
    return { ...remembering, access: { ...parts.access, webhook } };
  },
});
