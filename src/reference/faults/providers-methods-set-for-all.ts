import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Sets the payment methods of all providers of the application",
  breaks: "providers/changes-nothing-else",
  wrap: (parts) =>
    replaceOperation(parts, "setPaymentMethods", async (call, next) => {
      const answer = await next(call);
      const { paymentMethods } = parts.validate.setPaymentMethods(call.body);
      for (const provider of parts.providers.of(parts.access.application(call).id))
        provider.paymentMethods = paymentMethods;
      return answer;
    }),
});
