import { ok } from "../call.ts";
import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Lists the API keys of all applications of the merchant",
  breaks: "isolation/lists-hold-own-only",
  wrap: (parts) =>
    replaceOperation(parts, "listApiKeys", async (call) => {
      const { merchantId } = parts.access.application(call);
      const all = parts.applications.of(merchantId).flatMap(({ id }) => parts.keyRing.of(id));
      return ok(parts.pager.page(call, all, parts.views.apiKey));
    }),
});
