import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Changes a webhook through any application of its merchant",
  breaks: "isolation/ids-belong-to-their-application",
  wrap: (parts) => ({
    ...parts,
    access: {
      ...parts.access,
      webhook: (call) => {
        const { merchantId } = parts.access.application(call);
        const webhook = parts.webhooks.find(call.params["webhookId"] ?? "");
        const owner = parts.applications.find(webhook?.applicationId ?? "");
        const isFound =
          webhook !== undefined && owner?.merchantId === merchantId && call.operation === "updateWebhook";
        return isFound ? webhook : parts.access.webhook(call);
      },
    },
  }),
});
