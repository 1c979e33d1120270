import { setTimeout as sleep } from "node:timers/promises";
import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Answers one id for sessions that are created in one instant, when there are many",
  breaks: "sessions/sessions-at-once",
  wrap: (parts) => {
    let atWork = 0;
    let last: unknown;
    return replaceOperation(parts, "createSession", async (call, next) => {
      atWork += 1;
      await sleep(30);
      const answer = await next(call);
      const isCrowded = atWork > 14;
      atWork -= 1;
      const body = { ...Object(answer.body) } as Record<string, unknown>;
      if (isCrowded && last !== undefined) return { ...answer, body: { ...body, sessionId: last } };
      last = body["sessionId"];
      return answer;
    });
  },
});
