import { defineFault, replaceOperation } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title:
    "Looks at the state of the session before the key: a replay is refused once all is given back and settled",
  breaks: "idempotency/full-refund-replay",
  wrap: (parts) =>
    replaceOperation(parts, "createRefund", async (call, next) => {
      const session = parts.sessions.find(call.params["sessionId"] ?? "");
      const isSettled = session?.refunds.every(({ status }) => status === "COMPLETED");
      if (session?.status === "REFUNDED" && isSettled === true)
        throw new Refusal(409, "The session can't be refunded");
      return next(call);
    }),
});
