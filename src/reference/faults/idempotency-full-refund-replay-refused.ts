import { defineFault, replaceOperation } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Looks at the balance before it looks at the key of a refund",
  breaks: "idempotency/full-refund-replay",
  wrap: (parts) =>
    replaceOperation(parts, "createRefund", async (call, next) => {
      if (parts.ledger.remaining(parts.access.session(call)) <= 0)
        throw new Refusal(422, "Nothing remains to be refunded");
      return next(call);
    }),
});
