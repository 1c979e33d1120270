import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Forgets the payment methods of a provider that is activated",
  breaks: "providers/changes-nothing-else",
  wrap: (parts) =>
    replaceOperation(parts, "activateProvider", async (call, next) => {
      parts.access.provider(call).paymentMethods = [];
      return next(call);
    }),
});
