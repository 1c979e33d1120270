import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Finds a payment method by a part of its name",
  breaks: "providers/none-eligible",
  wrap: (parts) => ({
    ...parts,
    router: {
      ...parts.router,
      candidates: (applicationId, order) =>
        parts.providers
          .of(applicationId)
          .filter(
            ({ isActive, paymentMethods }) =>
              isActive && paymentMethods.some((method) => method.includes(order.paymentMethod)),
          ),
    },
  }),
});
