import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Routes to inactive providers as to others",
  breaks: "providers/routes-to-active-only",
  wrap: (parts) => ({
    ...parts,
    router: {
      ...parts.router,
      candidates: (applicationId, order) =>
        parts.providers
          .of(applicationId)
          .filter(({ paymentMethods }) => paymentMethods.includes(order.paymentMethod)),
    },
  }),
});
