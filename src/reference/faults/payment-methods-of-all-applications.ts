import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Lists the payment methods of all applications",
  breaks: "payment-methods/is-per-application",
  wrap: (parts) =>
    replaceOperation(parts, "listPaymentMethods", async (call) => {
      const active = [...parts.providers.all()].filter(({ isActive }) => isActive);
      const types = [...new Set(active.flatMap(({ paymentMethods }) => paymentMethods))];
      return { status: 200, body: parts.pager.page(call, types, (type) => ({ type })) };
    }),
});
