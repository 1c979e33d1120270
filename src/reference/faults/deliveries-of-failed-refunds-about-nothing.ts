import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Tells of a failed refund without saying which",
  breaks: "webhook-delivery/delivers-refund-failed",
  wrap: (parts) => ({
    ...parts,
    events: {
      ...parts.events,
      ofRefund: (type, refund, session) => {
        if (type !== "refund.failed") return parts.events.ofRefund(type, refund, session);
        const { status, amount, currency } = refund;
        parts.events.publish(session.applicationId, parts.events.create(type, { status, amount, currency }));
      },
    },
  }),
});
