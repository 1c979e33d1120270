import { setTimeout as sleep } from "node:timers/promises";
import { defineFault, replaceOperation } from "../fault.ts";

/** Sessions of an application that are being created at once, from which on ids collide. */
const crowd = 18;

export const fault = defineFault({
  title: "Answers one id for sessions that are created in one instant, when an application creates many",
  breaks: "sessions/sessions-at-once",
  wrap: (parts) => {
    const atWork = new Map<string, number>();
    const last = new Map<string, unknown>();
    return replaceOperation(parts, "createSession", async (call, next) => {
      const application = parts.access.applicationId(call);
      const count = (atWork.get(application) ?? 0) + 1;
      atWork.set(application, count);
      await sleep(30);
      const answer = await next(call).finally(() =>
        atWork.set(application, (atWork.get(application) ?? 1) - 1),
      );
      const body = { ...Object(answer.body) } as Record<string, unknown>;
      if (count >= crowd) return { ...answer, body: { ...body, sessionId: last.get(application) } };
      last.set(application, body["sessionId"]);
      return answer;
    });
  },
});
