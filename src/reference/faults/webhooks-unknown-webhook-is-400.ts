import { defineFault } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Answers 400 for a webhook that does not exist",
  breaks: "webhooks/unknown-webhook",
  wrap: (parts) => ({
    ...parts,
    access: {
      ...parts.access,
      webhook: (call) => {
        const isKnown = parts.webhooks.find(call.params["webhookId"] ?? "") !== undefined;
        if (!isKnown && call.operation === "updateWebhook") throw new Refusal(400, "No such webhook");
        return parts.access.webhook(call);
      },
    },
  }),
});
