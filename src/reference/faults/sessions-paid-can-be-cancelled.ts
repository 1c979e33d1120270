import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Lets a shopper cancel a session that is paid",
  breaks: "sessions/paid-is-final",
  wrap: (parts) => ({
    ...parts,
    sessionStates: {
      ...parts.sessionStates,
      cancel: (session) =>
        session.status === "SUCCEEDED"
          ? parts.sessionStates.move(session, "FAILED", "CANCELLED")
          : parts.sessionStates.cancel(session),
    },
  }),
});
