import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Tells of every session that was decided as completed",
  breaks: "webhook-delivery/declined-is-not-completed",
  wrap: (parts) => ({
    ...parts,
    events: {
      ...parts.events,
      ofSession: (type, session) => {
        parts.events.ofSession(type === "session.failed" ? "session.completed" : type, session);
      },
    },
  }),
});
