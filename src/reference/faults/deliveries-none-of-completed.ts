import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Tells nobody of paid sessions",
  breaks: "webhook-delivery/delivers-completed",
  wrap: (parts) => ({
    ...parts,
    events: {
      ...parts.events,
      publish: (applicationId, event) => {
        if (!(event.type === "session.completed")) parts.events.publish(applicationId, event);
      },
    },
  }),
});
