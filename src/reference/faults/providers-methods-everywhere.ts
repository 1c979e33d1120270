import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Sets the payment methods of a provider on all applications",
  breaks: "providers/is-per-application",
  wrap: (parts) =>
    replaceOperation(parts, "setPaymentMethods", async (call, next) => {
      const answer = await next(call);
      const changed = parts.access.provider(call);
      for (const provider of parts.providers.all())
        if (provider.name === changed.name) provider.paymentMethods = changed.paymentMethods;
      return answer;
    }),
});
