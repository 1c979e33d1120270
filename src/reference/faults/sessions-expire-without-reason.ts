import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Does not say that a session failed because it came to its end",
  breaks: "sessions/says-it-expired",
  wrap: (parts) => ({
    ...parts,
    sessionStates: {
      ...parts.sessionStates,
      move: (session, status, reason) =>
        parts.sessionStates.move(session, status, reason === "EXPIRED" ? null : reason),
    },
  }),
});
