import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Calls a session REFUNDED while a cent is left",
  breaks: "refunds/partial-refund",
  wrap: (parts) => ({
    ...parts,
    sessionStates: {
      ...parts.sessionStates,
      followRefunds: (session) => {
        parts.sessionStates.followRefunds(session);
        if (parts.ledger.completed(session) === session.total - 1) session.status = "REFUNDED";
      },
    },
  }),
});
