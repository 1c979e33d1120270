import { defineFault } from "../fault.ts";

// WHERE id >= ?: one character too many.
export const fault = defineFault({
  title: "Pays the session that was created next as well",
  breaks: "sessions/pays-one-session-only",
  wrap: (parts) => ({
    ...parts,
    sessionStates: {
      ...parts.sessionStates,
      pay: (session) => {
        const all = parts.sessions.of(session.applicationId);
        const next = all[all.indexOf(session) + 1];
        parts.sessionStates.pay(session);
        if (next?.status === "PENDING") parts.sessionStates.pay(next);
      },
    },
  }),
});
