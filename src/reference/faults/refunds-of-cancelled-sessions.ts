import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Refunds sessions whose shopper left",
  breaks: "refunds/unpaid-session-refused",
  wrap: (parts) => ({
    ...parts,
    ledger: {
      ...parts.ledger,
      isRefundable: (session) => parts.ledger.isRefundable(session) || session.failureReason === "CANCELLED",
    },
  }),
});
