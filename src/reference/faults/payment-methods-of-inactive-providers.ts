import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Lists the payment methods of inactive providers as well",
  breaks: "payment-methods/lists-enabled-only",
  wrap: (parts) =>
    replaceOperation(parts, "listPaymentMethods", async (call) => {
      const providers = parts.providers.of(parts.access.applicationId(call));
      const types = [...new Set(providers.flatMap(({ paymentMethods }) => paymentMethods))];
      return { status: 200, body: parts.pager.page(call, types, (type) => ({ type, providers: [] })) };
    }),
});
