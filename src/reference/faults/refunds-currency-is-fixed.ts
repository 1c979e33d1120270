import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Answers every refund in one currency",
  breaks: "refunds/tells-what-was-refunded",
  wrap: (parts) => ({
    ...parts,
    views: {
      ...parts.views,
      createdRefund: (refund) => ({ ...parts.views.createdRefund(refund), currency: "USD" }),
      listedRefund: (refund) => ({ ...parts.views.listedRefund(refund), currency: "USD" }),
    },
  }),
});
