import { ok } from "../call.ts";
import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Lists the applications of everybody to merchants who signed up themselves",
  breaks: "onboarding/newcomer-is-a-stranger",
  wrap: (parts) =>
    replaceOperation(parts, "listApplications", async (call, next) => {
      const invited = [...parts.merchants.all()].slice(2);
      const own = parts.access.merchantId(call);
      if (!invited.some(({ id }) => id === own)) return next(call);
      return ok(parts.pager.page(call, [...parts.applications.all()], parts.views.application));
    }),
});
