import { defineFault } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Takes a refused refund from the balance for the next one",
  breaks: "refunds/obeys-model",
  wrap: (parts) => {
    const refused = new Map<string, number>();
    return {
      ...parts,
      ledger: {
        ...parts.ledger,
        accept: (session, order) => {
          const left = parts.ledger.remaining(session) - (refused.get(session.id) ?? 0);
          const asked = order.amount === undefined ? 0 : parts.ledger.asked(session, order);
          if (asked > parts.ledger.remaining(session)) refused.set(session.id, 1);
          if (asked > left) throw new Refusal(422, "The refund exceeds what remains");
          return parts.ledger.accept(session, order);
        },
      },
    };
  },
});
