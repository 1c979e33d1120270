import { ok } from "../call.ts";
import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Lists no webhooks for an application that does not exist",
  breaks: "webhooks/unknown-application",
  wrap: (parts) =>
    replaceOperation(parts, "listWebhooks", async (call, next) => {
      const isKnown = parts.applications.find(call.params["applicationId"] ?? "") !== undefined;
      return isKnown ? next(call) : ok(parts.pager.page(call, [], parts.views.webhook));
    }),
});
