import { defineFault, replaceOperation } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Looks at an address when a webhook is created, and never again",
  breaks: "webhooks/refuses-internal-addresses",
  wrap: (parts) => {
    const unguarded = { ...parts.urlGuard, objection: () => undefined, permitsAddress: () => true };
    return replaceOperation({ ...parts, urlGuard: unguarded }, "createWebhook", (call, next) => {
      const { url } = parts.validate.createWebhook(call.body);
      const objection = parts.urlGuard.objection(new URL(url));
      if (objection !== undefined) throw new Refusal(400, [`url ${objection}`]);
      return next(call);
    });
  },
});
