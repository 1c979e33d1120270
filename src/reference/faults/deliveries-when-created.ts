import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Tells of a session as completed when it is created",
  breaks: "webhook-delivery/delivers-completed",
  wrap: (parts) => ({
    ...parts,
    sessions: {
      ...parts.sessions,
      add: (session) => {
        parts.sessions.add(session);
        parts.events.ofSession("session.completed", session);
      },
    },
  }),
});
