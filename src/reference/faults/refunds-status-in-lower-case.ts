import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Answers the status of a new refund in lower case",
  breaks: "refunds/answers-match-schema",
  wrap: (parts) => ({
    ...parts,
    views: {
      ...parts.views,
      createdRefund: (refund) => ({
        ...parts.views.createdRefund(refund),
        status: refund.status.toLowerCase(),
      }),
    },
  }),
});
