import { defineFault } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Refuses to refund an unpaid session, and writes the refund down all the same",
  breaks: "refunds/pending-session-refused",
  wrap: (parts) => ({
    ...parts,
    ledger: {
      ...parts.ledger,
      accept: (session, order) => {
        if (session.status !== "PENDING") return parts.ledger.accept(session, order);
        session.status = "SUCCEEDED";
        parts.ledger.accept(session, order);
        session.status = "PENDING";
        throw new Refusal(409, "A session that is PENDING cannot be refunded");
      },
    },
  }),
});
