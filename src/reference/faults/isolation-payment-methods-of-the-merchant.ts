import { ok } from "../call.ts";
import { defineFault, replaceOperation } from "../fault.ts";
import type { Provider } from "../records.ts";

const namesOf = (linked: readonly Provider[], type: string): string[] =>
  linked.filter(({ paymentMethods }) => paymentMethods.includes(type)).map(({ name }) => name);

export const fault = defineFault({
  title: "Offers an application the payment methods of all applications of the merchant",
  breaks: "isolation/payment-methods-of-others",
  wrap: (parts) =>
    replaceOperation(parts, "listPaymentMethods", async (call) => {
      const merchantId = parts.applications.find(parts.access.applicationId(call))?.merchantId ?? "";
      const linked = parts.applications.of(merchantId).flatMap(({ id }) => parts.providers.of(id));
      const types = new Set(linked.flatMap(({ paymentMethods }) => paymentMethods));
      const offered = [...types].map((type) => ({ type, providers: namesOf(linked, type) }));
      return ok(parts.pager.page(call, offered, (method) => method));
    }),
});
