import { setTimeout as pause } from "node:timers/promises";
import type { Answer } from "../call.ts";
import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Lets a session request wait for one under the same key, whoever sent that",
  breaks: "isolation/idempotency-key-at-the-same-moment",
  wrap: (parts) => {
    const underWay = new Map<string, Promise<Answer>>();
    return replaceOperation(parts, "createSession", async (call, next) => {
      const key = parts.idempotency.sessionKey(call);
      const twin = underWay.get(key);
      if (twin !== undefined) return twin;
      const answer = pause(20).then(() => next(call));
      underWay.set(key, answer);
      try {
        return await answer;
      } finally {
        underWay.delete(key);
      }
    });
  },
});
