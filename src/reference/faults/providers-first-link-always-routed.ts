import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Routes to the first provider though it is inactive, as long as another is active",
  breaks: "providers/routes-to-active-only",
  wrap: (parts) => ({
    ...parts,
    router: {
      ...parts.router,
      candidates: (applicationId, order) => {
        const found = parts.router.candidates(applicationId, order);
        const [first] = parts.providers.of(applicationId);
        const isFirst = first?.paymentMethods.includes(order.paymentMethod) === true && found.length > 0;
        return isFirst ? [first] : found;
      },
    },
  }),
});
