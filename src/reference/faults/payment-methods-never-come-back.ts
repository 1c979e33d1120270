import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Leaves a provider out of the list for good once it was inactive",
  breaks: "payment-methods/follows-provider-changes",
  wrap: (parts) => {
    const gone = new Set<string>();
    const remembering = replaceOperation(parts, "deactivateProvider", (call, next) => {
      gone.add(parts.access.provider(call).id);
      return next(call);
    });
    return replaceOperation(remembering, "listPaymentMethods", async (call) => {
      const active = parts.providers
        .of(parts.access.applicationId(call))
        .filter(({ id, isActive }) => isActive && !gone.has(id));
      const types = [...new Set(active.flatMap(({ paymentMethods }) => paymentMethods))];
      return { status: 200, body: parts.pager.page(call, types, (type) => ({ type })) };
    });
  },
});
