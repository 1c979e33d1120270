import { defineFault } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Refuses a refund that is too large, and counts it all the same",
  breaks: "refunds/refuses-excess",
  wrap: (parts) => ({
    ...parts,
    ledger: {
      ...parts.ledger,
      accept: (session, order) => {
        const wanted = parts.ledger.asked(session, order);
        const left = parts.ledger.remaining(session);
        if (wanted <= left || left === 0) return parts.ledger.accept(session, order);
        parts.ledger.accept(session, { ...order, amount: left / 100 });
        throw new Refusal(422, "The refund exceeds what remains");
      },
    },
  }),
});
