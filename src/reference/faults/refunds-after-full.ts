import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Refunds a session again that was refunded whole",
  breaks: "refunds/refuses-after-full",
  wrap: (parts) => ({
    ...parts,
    ledger: {
      ...parts.ledger,
      isRefundable: (session) => session.status === "REFUNDED" || parts.ledger.isRefundable(session),
      remaining: (session) =>
        session.status === "REFUNDED" ? session.total : parts.ledger.remaining(session),
    },
  }),
});
