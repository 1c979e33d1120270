import { ok } from "../call.ts";
import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Deletes all webhooks of the application",
  breaks: "webhooks/deletes",
  wrap: (parts) =>
    replaceOperation(parts, "deleteWebhook", async (call) => {
      const { applicationId } = parts.access.webhook(call);
      for (const { id } of parts.webhooks.of(applicationId)) parts.webhooks.remove(id);
      return ok({});
    }),
});
