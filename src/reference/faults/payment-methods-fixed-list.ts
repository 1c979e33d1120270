import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Lists the same payment methods for everybody",
  breaks: "payment-methods/lists-nothing-without-providers",
  wrap: (parts) =>
    replaceOperation(parts, "listPaymentMethods", async (call, next) => {
      const isEmpty = parts.providers.of(parts.access.applicationId(call)).length === 0;
      if (!isEmpty) return next(call);
      const usual = [{ type: "card" }, { type: "ideal" }];
      return { status: 200, body: parts.pager.page(call, usual, (method) => method) };
    }),
});
