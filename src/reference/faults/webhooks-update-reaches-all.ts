import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Changes the status of all webhooks of the application",
  breaks: "webhooks/updates-one-of-many",
  wrap: (parts) =>
    replaceOperation(parts, "updateWebhook", async (call, next) => {
      const answer = await next(call);
      const changed = parts.webhooks.find(call.params["webhookId"] ?? "");
      for (const webhook of parts.webhooks.of(changed?.applicationId ?? ""))
        webhook.isActive = changed?.isActive ?? webhook.isActive;
      return answer;
    }),
});
