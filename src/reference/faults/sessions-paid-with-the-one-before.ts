import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Pays the session that was created just before as well",
  breaks: "sessions/pays-one-session-only",
  wrap: (parts) => ({
    ...parts,
    sessionStates: {
      ...parts.sessionStates,
      pay: (session) => {
        const all = parts.sessions.of(session.applicationId);
        const before = all[all.indexOf(session) - 1];
        parts.sessionStates.pay(session);
        if (before?.status === "PENDING") parts.sessionStates.pay(before);
      },
    },
  }),
});
