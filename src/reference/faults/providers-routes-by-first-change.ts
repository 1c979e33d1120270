import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Routes by a provider's payment methods as they were changed first",
  breaks: "providers/routes-by-changed-methods",
  wrap: (parts) => {
    const changed = new Map<string, readonly string[]>();
    const keeping = replaceOperation(parts, "setPaymentMethods", async (call, next) => {
      const answer = await next(call);
      const { id, paymentMethods } = parts.access.provider(call);
      if (!changed.has(id)) changed.set(id, paymentMethods);
      return answer;
    });
    return {
      ...keeping,
      router: {
        ...parts.router,
        candidates: (applicationId, order) =>
          parts.providers
            .of(applicationId)
            .filter(
              ({ id, isActive, paymentMethods }) =>
                isActive && (changed.get(id) ?? paymentMethods).includes(order.paymentMethod),
            ),
      },
    };
  },
});
