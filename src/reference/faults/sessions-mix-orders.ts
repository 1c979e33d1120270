import { setTimeout as sleep } from "node:timers/promises";
import { defineFault, replaceOperation } from "../fault.ts";

// The request in work stands in a variable that all requests share.
export const fault = defineFault({
  title: "Takes the latest order for that of every session when many are created at once",
  breaks: "sessions/sessions-at-once",
  wrap: (parts) => {
    let atWork = 0;
    let latest: unknown;
    return replaceOperation(parts, "createSession", async (call, next) => {
      atWork += 1;
      latest = call.body;
      await sleep(150);
      const body = atWork > 9 ? latest : call.body;
      try {
        return await next({ ...call, body });
      } finally {
        atWork -= 1;
      }
    });
  },
});
