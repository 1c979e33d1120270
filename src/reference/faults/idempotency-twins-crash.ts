import { setTimeout as sleep } from "node:timers/promises";
import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Crashes on a twin of a request that is under way",
  breaks: "idempotency/concurrent-replays",
  wrap: (parts) => {
    const running = new Set<string>();
    return {
      ...parts,

      idempotency: {
        ...parts.idempotency,
        run: async (call, key, work) => {
          const slot = `${parts.idempotency.space(call)} ${key}`;
          if (running.has(slot)) throw new Error("duplicate key value violates unique constraint");
          running.add(slot);
          try {
            await sleep(20);
            return await parts.idempotency.run(call, key, work);
          } finally {
            running.delete(slot);
          }
        },
      },
    };
  },
});
