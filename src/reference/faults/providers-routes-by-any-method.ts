import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Routes to any active provider, whatever its payment methods",
  breaks: "providers/routes-by-payment-method",
  wrap: (parts) => ({
    ...parts,
    router: {
      ...parts.router,
      candidates: (applicationId) => parts.providers.of(applicationId).filter(({ isActive }) => isActive),
    },
  }),
});
