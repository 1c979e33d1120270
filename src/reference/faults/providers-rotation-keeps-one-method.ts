import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Leaves a provider its first payment method alone when its credential is rotated",
  breaks: "providers/changes-nothing-else",
  wrap: (parts) =>
    replaceOperation(parts, "rotateProviderKey", async (call, next) => {
      const answer = await next(call);
      const provider = parts.access.provider(call);
      provider.paymentMethods = provider.paymentMethods.slice(0, 1);
      return answer;
    }),
});
