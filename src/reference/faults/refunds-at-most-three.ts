import { defineFault } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Refuses the fourth refund of a session",
  breaks: "refunds/obeys-model",
  wrap: (parts) => ({
    ...parts,
    ledger: {
      ...parts.ledger,
      accept: (session, order) => {
        if (session.refunds.length === 3) throw new Refusal(422, "A session can be refunded three times");
        return parts.ledger.accept(session, order);
      },
    },
  }),
});
