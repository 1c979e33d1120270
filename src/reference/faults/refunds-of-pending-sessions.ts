import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Refunds sessions that nobody paid yet",
  breaks: "refunds/pending-session-refused",
  wrap: (parts) => ({
    ...parts,
    ledger: {
      ...parts.ledger,
      isRefundable: (session) => parts.ledger.isRefundable(session) || session.status === "PENDING",
    },
  }),
});
