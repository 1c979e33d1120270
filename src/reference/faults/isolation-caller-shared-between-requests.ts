import { setTimeout as pause } from "node:timers/promises";
import type { Principal } from "../call.ts";
import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Keeps the caller of a request where the next request overwrites it",
  breaks: "isolation/answers-the-one-who-asks",
  wrap: (parts) => {
    let caller: Principal = { kind: "none" };
    return replaceOperation(parts, "readSession", async (call, next) => {
      caller = call.principal;
      await pause(5);
      return next({ ...call, principal: caller });
    });
  },
});
