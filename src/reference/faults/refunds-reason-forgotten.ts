import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Answers a refund without the reason that was given",
  breaks: "refunds/tells-what-was-refunded",
  wrap: (parts) => ({
    ...parts,
    views: {
      ...parts.views,
      createdRefund: (refund) => ({ ...parts.views.createdRefund(refund), reason: null }),
    },
  }),
});
