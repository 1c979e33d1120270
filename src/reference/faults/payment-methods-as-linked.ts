import type { Provider } from "../records.ts";
import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Lists the payment methods that providers were linked with",
  breaks: "payment-methods/follows-provider-changes",
  wrap: (parts) => {
    const linked = new Map<string, readonly string[]>();
    const remembering = {
      ...parts,
      providers: {
        ...parts.providers,
        add: (provider: Provider) => {
          linked.set(provider.id, provider.paymentMethods);
          parts.providers.add(provider);
        },
      },
    };
    return replaceOperation(remembering, "listPaymentMethods", async (call) => {
      const active = parts.providers.of(parts.access.applicationId(call)).filter(({ isActive }) => isActive);
      const types = [...new Set(active.flatMap(({ id }) => linked.get(id) ?? []))];
      return { status: 200, body: parts.pager.page(call, types, (type) => ({ type })) };
    });
  },
});
