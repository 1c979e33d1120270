import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Routes by the payment methods that a provider was linked with",
  breaks: "providers/routes-by-changed-methods",
  wrap: (parts) => {
    const linked = new Map<string, readonly string[]>();
    return {
      ...parts,
      providers: {
        ...parts.providers,
        add: (provider) => {
          linked.set(provider.id, provider.paymentMethods);
          parts.providers.add(provider);
        },
      },
      router: {
        ...parts.router,
        candidates: (applicationId, order) =>
          parts.providers
            .of(applicationId)
            .filter(({ id, isActive }) => isActive && linked.get(id)?.includes(order.paymentMethod) === true),
      },
    };
  },
});
