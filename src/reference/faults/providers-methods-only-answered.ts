import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Answers with the new payment methods, and keeps the old ones",
  breaks: "providers/replaces-payment-methods",
  wrap: (parts) =>
    replaceOperation(parts, "setPaymentMethods", async (call, next) => {
      const provider = parts.access.provider(call);
      const { paymentMethods } = provider;
      const answer = await next(call);
      provider.paymentMethods = paymentMethods;
      return answer;
    }),
});
