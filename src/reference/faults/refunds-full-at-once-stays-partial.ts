import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Calls a session PARTIALLY_REFUNDED that was refunded whole in one go",
  breaks: "refunds/full-refund",
  wrap: (parts) => ({
    ...parts,
    sessionStates: {
      ...parts.sessionStates,
      followRefunds: (session) => {
        parts.sessionStates.followRefunds(session);
        if (session.refunds.length === 1 && session.status === "REFUNDED")
          session.status = "PARTIALLY_REFUNDED";
      },
    },
  }),
});
