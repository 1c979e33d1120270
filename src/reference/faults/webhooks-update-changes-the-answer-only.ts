import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Answers the new address and keeps the old one",
  breaks: "webhooks/updates-url-and-status",
  wrap: (parts) =>
    replaceOperation(parts, "updateWebhook", async (call, next) => {
      const webhook = parts.webhooks.find(call.params["webhookId"] ?? "");
      const url = webhook?.url;
      const answer = await next(call);
      if (webhook !== undefined && url !== undefined) webhook.url = url;
      return answer;
    }),
});
