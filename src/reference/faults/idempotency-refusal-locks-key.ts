import { defineFault, replaceOperation } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Never unlocks the key of a request that was refused",
  breaks: "idempotency/refusal-keeps-key-usable",
  wrap: (parts) => {
    const locks = new Set<string>();
    return replaceOperation(parts, "createSession", async (call, next) => {
      const key = call.headers.get("idempotency-key") ?? "";
      if (locks.has(key)) throw new Refusal(409, "The request is under way");
      locks.add(key);
      const answer = await next(call);
      locks.delete(key);
      return answer;
    });
  },
});
