import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Answers a refund with its own id where its session belongs",
  breaks: "refunds/tells-what-was-refunded",
  wrap: (parts) => ({
    ...parts,
    views: {
      ...parts.views,
      createdRefund: (refund) => ({ ...parts.views.createdRefund(refund), sessionId: refund.id }),
    },
  }),
});
