import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Tells of the application's oldest session instead of the one that was paid",
  breaks: "webhook-delivery/delivers-completed",
  wrap: (parts) => ({
    ...parts,
    events: {
      ...parts.events,
      ofSession: (type, session) => {
        const [oldest = session] = parts.sessions.of(session.applicationId);
        parts.events.ofSession(type, oldest);
      },
    },
  }),
});
