import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Gives a provider the payment methods back that it was linked with when its key is rotated",
  breaks: "lifecycle/obeys-model",
  wrap: (parts) => {
    const original = new Map<string, readonly string[]>();
    const changing = replaceOperation(parts, "setPaymentMethods", async (call, next) => {
      const { id, paymentMethods } = parts.access.provider(call);
      if (!original.has(id)) original.set(id, paymentMethods);
      return next(call);
    });
    return replaceOperation(changing, "rotateProviderKey", async (call, next) => {
      const provider = parts.access.provider(call);
      provider.paymentMethods = original.get(provider.id) ?? provider.paymentMethods;
      return next(call);
    });
  },
});
