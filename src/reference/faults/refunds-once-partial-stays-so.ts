import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Never makes a session REFUNDED that was PARTIALLY_REFUNDED",
  breaks: "refunds/remainder-refund",
  wrap: (parts) => ({
    ...parts,
    sessionStates: {
      ...parts.sessionStates,
      followRefunds: (session) => {
        const wasPartial = session.status === "PARTIALLY_REFUNDED";
        parts.sessionStates.followRefunds(session);
        if (wasPartial) session.status = "PARTIALLY_REFUNDED";
      },
    },
  }),
});
