import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Switches all webhooks of an application on when one of them gets another address",
  breaks: "lifecycle/obeys-model",
  wrap: (parts) =>
    replaceOperation(parts, "updateWebhook", async (call, next) => {
      const answer = await next(call);
      if (!("url" in Object(call.body))) return answer;
      const moved = parts.access.webhook(call);
      for (const webhook of parts.webhooks.of(moved.applicationId))
        if (webhook !== moved) webhook.isActive = true;
      return answer;
    }),
});
