import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Adds payment methods to the ones that are there",
  breaks: "providers/replaces-payment-methods",
  wrap: (parts) =>
    replaceOperation(parts, "setPaymentMethods", (call, next) => {
      const { paymentMethods } = parts.validate.setPaymentMethods(call.body);
      const all = new Set([...parts.access.provider(call).paymentMethods, ...paymentMethods]);
      return next({ ...call, body: { paymentMethods: [...all] } });
    }),
});
