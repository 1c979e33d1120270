import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Lets paid sessions expire with the others",
  breaks: "sessions/paid-stays-paid",
  wrap: (parts) => ({
    ...parts,
    sessionStates: {
      ...parts.sessionStates,
      refresh: (session) => {
        if (session.status === "SUCCEEDED" && parts.sessionStates.isOverdue(session))
          parts.sessionStates.move(session, "FAILED", "EXPIRED");
        return parts.sessionStates.refresh(session);
      },
    },
  }),
});
