import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Tells of a refund that failed only if it was to give all back",
  breaks: "webhook-delivery/delivers-refund-failed",
  wrap: (parts) => ({
    ...parts,
    events: {
      ...parts.events,
      ofRefund: (type, refund, session) => {
        if (type !== "refund.failed" || refund.amount === session.total)
          parts.events.ofRefund(type, refund, session);
      },
    },
  }),
});
