import { defineFault } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Answers 403 for a webhook that another application has",
  breaks: "isolation/no-existence-oracle",
  wrap: (parts) => ({
    ...parts,
    access: {
      ...parts.access,
      webhook: (call) => {
        const webhook = parts.webhooks.find(call.params["webhookId"] ?? "");
        if (webhook !== undefined && webhook.applicationId !== parts.access.application(call).id)
          throw new Refusal(403, "The webhook is not yours");
        return parts.access.webhook(call);
      },
    },
  }),
});
