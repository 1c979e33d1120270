import { ok } from "../call.ts";
import type { Operations } from "../call.ts";
import type { Use } from "../parts.ts";

type PaymentMethodOperations = Pick<Operations, "listPaymentMethods">;

interface PaymentMethod {
  readonly type: string;
  readonly providers: string[];
}

const offered = (use: Use, applicationId: string): PaymentMethod[] => {
  const byType = new Map<string, PaymentMethod>();
  for (const provider of use().providers.of(applicationId)) {
    if (!provider.isActive) continue;
    for (const type of new Set(provider.paymentMethods)) {
      const known = byType.get(type);
      if (known === undefined) byType.set(type, { type, providers: [provider.name] });
      else known.providers.push(provider.name);
    }
  }
  return [...byType.values()];
};

export const paymentMethodOperations = (use: Use): PaymentMethodOperations => ({
  listPaymentMethods: async (call) => {
    const methods = offered(use, use().access.applicationId(call));
    return ok(use().pager.page(call, methods, (method) => method));
  },
});
