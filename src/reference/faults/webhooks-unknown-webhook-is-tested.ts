import { ok } from "../call.ts";
import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Reports a failed test of a webhook that does not exist",
  breaks: "webhooks/unknown-webhook",
  wrap: (parts) =>
    replaceOperation(parts, "testWebhook", async (call, next) => {
      if (parts.webhooks.find(call.params["webhookId"] ?? "") !== undefined) return next(call);
      const deliveredAt = parts.views.instant(parts.clock.now());
      return ok({ success: false, httpStatusCode: null, responseBody: null, latencyMs: 0, deliveredAt });
    }),
});
