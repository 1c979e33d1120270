import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Leaves a session SUCCEEDED until it is refunded whole",
  breaks: "refunds/partial-refund",
  wrap: (parts) => ({
    ...parts,
    sessionStates: {
      ...parts.sessionStates,
      followRefunds: (session) => {
        parts.sessionStates.followRefunds(session);
        if (session.status === "PARTIALLY_REFUNDED") session.status = "SUCCEEDED";
      },
    },
  }),
});
