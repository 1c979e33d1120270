import { defineFault, replaceOperation } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Creates a webhook before it looks whose application that is",
  breaks: "isolation/another-merchants-webhooks",
  wrap: (parts) =>
    replaceOperation(parts, "createWebhook", async (call, next) => {
      const application = parts.applications.find(call.params["applicationId"] ?? "");
      if (application === undefined || application.merchantId === parts.access.merchantId(call))
        return next(call);
      await next({ ...call, principal: { kind: "merchant", merchantId: application.merchantId } });
      throw new Refusal(404, "No such application");
    }),
});
