import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes another payment for a session that was refunded",
  breaks: "refunds/refunded-session-stays-so",
  wrap: (parts) => ({
    ...parts,
    sessionStates: {
      ...parts.sessionStates,
      pay: (session) => {
        if (session.status === "REFUNDED") parts.sessionStates.move(session, "SUCCEEDED", null);
        else parts.sessionStates.pay(session);
      },
    },
  }),
});
