import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Registers webhooks for applications that do not exist",
  breaks: "webhooks/unknown-application",
  wrap: (parts) => ({
    ...parts,
    access: {
      ...parts.access,
      application: (call) => {
        const id = call.params["applicationId"] ?? "";
        if (call.operation !== "createWebhook" || parts.applications.find(id) !== undefined)
          return parts.access.application(call);
        const merchantId = parts.access.merchantId(call);
        return { id, merchantId, name: "", description: null, isEnabled: true, createdAt: 0 };
      },
    },
  }),
});
