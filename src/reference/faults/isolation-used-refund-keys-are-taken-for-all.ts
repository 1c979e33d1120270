import { defineFault, replaceOperation } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Refuses a refund's idempotency key that any application has used",
  breaks: "isolation/idempotency-keys-are-per-application",
  wrap: (parts) => {
    const users = new Map<string, string>();
    return replaceOperation(parts, "createRefund", async (call, next) => {
      const key = parts.idempotency.refundKey(call);
      const space = parts.idempotency.space(call);
      if ((users.get(key) ?? space) !== space) throw new Refusal(409, "Idempotency-Key was already used");
      const answer = await next(call);
      users.set(key, space);
      return answer;
    });
  },
});
