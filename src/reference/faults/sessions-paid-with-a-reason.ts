import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Gives a reason of failure for sessions that were paid",
  breaks: "sessions/paid-has-no-failure",
  wrap: (parts) => ({
    ...parts,
    views: {
      ...parts.views,
      session: (session) =>
        parts.views.session(
          session.status === "SUCCEEDED" ? { ...session, failureReason: "CANCELLED" } : session,
        ),
    },
  }),
});
