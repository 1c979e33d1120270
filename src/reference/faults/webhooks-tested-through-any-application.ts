import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Tests a webhook through any application of its merchant",
  breaks: "webhooks/unknown-webhook",
  wrap: (parts) => ({
    ...parts,
    access: {
      ...parts.access,
      webhook: (call) => {
        const webhook = parts.webhooks.find(call.params["webhookId"] ?? "");
        const owner = parts.applications.find(webhook?.applicationId ?? "")?.merchantId;
        const isOwn = owner === parts.access.merchantId(call);
        const isTest = call.operation === "testWebhook";
        return isTest && isOwn && webhook !== undefined ? webhook : parts.access.webhook(call);
      },
    },
  }),
});
