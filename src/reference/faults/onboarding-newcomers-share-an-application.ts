import { ok } from "../call.ts";
import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Shows the first application that there is to every new merchant, as an example",
  breaks: "onboarding/newcomer-is-a-stranger",
  wrap: (parts) =>
    replaceOperation(parts, "listApplications", async (call, next) => {
      const invited = [...parts.merchants.all()].slice(2);
      const own = parts.access.merchantId(call);
      if (!invited.some(({ id }) => id === own)) return next(call);
      const shown = [...[...parts.applications.all()].slice(0, 1), ...parts.applications.of(own)];
      return ok(parts.pager.page(call, shown, parts.views.application));
    }),
});
