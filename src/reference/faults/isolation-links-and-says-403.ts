import { defineFault, replaceOperation } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Links a provider to an application of anybody, and then answers 403",
  breaks: "isolation/another-merchants-providers",
  wrap: (parts) =>
    replaceOperation(parts, "linkProvider", async (call, next) => {
      const application = parts.applications.find(call.params["applicationId"] ?? "");
      if (application === undefined || application.merchantId === parts.access.merchantId(call))
        return next(call);
      await next({ ...call, principal: { kind: "merchant", merchantId: application.merchantId } });
      throw new Refusal(403, "The application is not yours");
    }),
});
