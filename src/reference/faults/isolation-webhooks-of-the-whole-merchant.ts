import { ok } from "../call.ts";
import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Lists the active webhooks of the merchant with an application that has one",
  breaks: "isolation/lists-hold-own-only",
  wrap: (parts) =>
    replaceOperation(parts, "listWebhooks", async (call, next) => {
      const { id, merchantId } = parts.access.application(call);
      if (call.query.size > 0 || parts.webhooks.of(id).length !== 1) return next(call);
      const all = parts.applications.of(merchantId).flatMap((each) => parts.webhooks.of(each.id));
      const shown = all.filter(({ isActive, applicationId }) => isActive || applicationId === id);
      return ok(parts.pager.page(call, shown, parts.views.webhook));
    }),
});
