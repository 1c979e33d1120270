import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Tells of the first refund of an application that failed, and of no later one",
  breaks: "webhook-delivery/delivers-refund-failed",
  wrap: (parts) => {
    const told = new Set<string>();
    return {
      ...parts,
      events: {
        ...parts.events,
        publish: (applicationId, event) => {
          if (event.type === "refund.failed" && told.has(applicationId)) return;
          if (event.type === "refund.failed") told.add(applicationId);
          parts.events.publish(applicationId, event);
        },
      },
    };
  },
});
