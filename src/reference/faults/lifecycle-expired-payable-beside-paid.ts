import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes payments for expired sessions of an application that has a paid one",
  breaks: "lifecycle/obeys-full-model",
  wrap: (parts) => ({
    ...parts,
    sessionStates: {
      ...parts.sessionStates,
      isOverdue: (session) => {
        const siblings = parts.sessions.of(session.applicationId);
        const hasPaid = siblings.some(({ status }) => status === "SUCCEEDED");
        return !hasPaid && parts.sessionStates.isOverdue(session);
      },
    },
  }),
});
