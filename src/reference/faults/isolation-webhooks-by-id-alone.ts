import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Finds a webhook by its id, whatever application the path names",
  breaks: "isolation/another-merchants-webhooks",
  wrap: (parts) => ({
    ...parts,
    access: {
      ...parts.access,
      webhook: (call) => {
        parts.access.application(call);
        return parts.webhooks.find(call.params["webhookId"] ?? "") ?? parts.access.webhook(call);
      },
    },
  }),
});
