import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Tells in milliseconds when a refund was made",
  breaks: "refunds/answers-match-schema",
  wrap: (parts) => ({
    ...parts,
    views: {
      ...parts.views,
      createdRefund: (refund) => ({ ...parts.views.createdRefund(refund), createdAt: refund.createdAt }),
    },
  }),
});
