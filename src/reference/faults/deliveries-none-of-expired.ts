import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Tells nobody of sessions that expired",
  breaks: "webhook-delivery/delivers-expired",
  wrap: (parts) => ({
    ...parts,
    events: {
      ...parts.events,
      publish: (applicationId, event) => {
        if (!(event.type === "session.expired")) parts.events.publish(applicationId, event);
      },
    },
  }),
});
