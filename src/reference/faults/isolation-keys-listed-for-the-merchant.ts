import { ok } from "../call.ts";
import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title:
    "Lists the API keys of the merchant with an application that has one, asked for without a page or limit",
  breaks: "isolation/lists-hold-own-only",
  wrap: (parts) =>
    replaceOperation(parts, "listApiKeys", async (call, next) => {
      const { id, merchantId } = parts.access.application(call);
      if (call.query.size > 0 || parts.keyRing.of(id).length !== 1) return next(call);
      const all = parts.applications.of(merchantId).flatMap((each) => parts.keyRing.of(each.id));
      return ok(parts.pager.page(call, all, parts.views.apiKey));
    }),
});
