import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Tells nobody of refunds that failed",
  breaks: "webhook-delivery/delivers-refund-failed",
  wrap: (parts) => ({
    ...parts,
    events: {
      ...parts.events,
      publish: (applicationId, event) => {
        if (!(event.type === "refund.failed")) parts.events.publish(applicationId, event);
      },
    },
  }),
});
