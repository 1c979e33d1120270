import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Refunds sessions that were declined",
  breaks: "refunds/unpaid-session-refused",
  wrap: (parts) => ({
    ...parts,
    ledger: {
      ...parts.ledger,
      isRefundable: (session) => parts.ledger.isRefundable(session) || session.failureReason === "DECLINED",
    },
  }),
});
