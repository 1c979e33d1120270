import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Routes to an inactive provider when no active one supports the order",
  breaks: "providers/none-eligible",
  wrap: (parts) => ({
    ...parts,
    router: {
      ...parts.router,
      candidates: (applicationId, order) => {
        const found = parts.router.candidates(applicationId, order);
        if (found.length > 0) return found;
        return parts.providers
          .of(applicationId)
          .filter(({ paymentMethods }) => paymentMethods.includes(order.paymentMethod));
      },
    },
  }),
});
