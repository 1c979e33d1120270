import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Routes by every payment method that a provider ever had",
  breaks: "providers/routes-by-changed-methods",
  wrap: (parts) => {
    const former = new Map<string, readonly string[]>();
    const remembering = replaceOperation(parts, "setPaymentMethods", (call, next) => {
      const { id, paymentMethods } = parts.access.provider(call);
      former.set(id, [...(former.get(id) ?? []), ...paymentMethods]);
      return next(call);
    });
    return {
      ...remembering,
      router: {
        ...parts.router,
        candidates: (applicationId, order) =>
          parts.providers
            .of(applicationId)
            .filter(
              ({ id, isActive, paymentMethods }) =>
                isActive && [...paymentMethods, ...(former.get(id) ?? [])].includes(order.paymentMethod),
            ),
      },
    };
  },
});
