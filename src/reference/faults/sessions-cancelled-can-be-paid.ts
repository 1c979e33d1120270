import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes a payment for a session that was cancelled",
  breaks: "sessions/over-stays-over",
  wrap: (parts) => ({
    ...parts,
    sessionStates: {
      ...parts.sessionStates,
      pay: (session) => {
        if (session.failureReason === "CANCELLED") parts.sessionStates.move(session, "PENDING", null);
        parts.sessionStates.pay(session);
      },
    },
  }),
});
