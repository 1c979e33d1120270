import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Routes to any active provider if one of them has the payment method",
  breaks: "providers/routes-by-payment-method",
  wrap: (parts) => ({
    ...parts,
    router: {
      ...parts.router,
      candidates: (applicationId, order) =>
        parts.router.candidates(applicationId, order).length === 0
          ? []
          : parts.providers.of(applicationId).filter(({ isActive }) => isActive),
    },
  }),
});
