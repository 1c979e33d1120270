import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Routes to an inactive provider again once its payment methods are set, and lists it as inactive",
  breaks: "providers/routes-to-active-only",
  wrap: (parts) => {
    const back = new Set<string>();
    const deactivating = replaceOperation(parts, "deactivateProvider", (call, next) => {
      back.delete(parts.access.provider(call).id);
      return next(call);
    });
    return {
      ...replaceOperation(deactivating, "setPaymentMethods", (call, next) => {
        back.add(parts.access.provider(call).id);
        return next(call);
      }),
      router: {
        ...parts.router,
        candidates: (applicationId, order) =>
          parts.providers
            .of(applicationId)
            .filter(({ id, isActive }) => isActive || back.has(id))
            .filter(({ paymentMethods }) => paymentMethods.includes(order.paymentMethod)),
      },
    };
  },
});
