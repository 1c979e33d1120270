import { setTimeout as sleep } from "node:timers/promises";
import { defineFault } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Releases a key's lock when a twin is put off that never held it",
  breaks: "idempotency/concurrent-replays",
  wrap: (parts) => {
    const locks = new Set<string>();
    return {
      ...parts,

      idempotency: {
        ...parts.idempotency,
        run: async (call, key, work) => {
          const slot = `${parts.idempotency.space(call)} ${key}`;
          const known = parts.idempotency.recall(slot);
          try {
            if (locks.has(slot)) throw new Refusal(409, "The request is under way");
            locks.add(slot);
            await sleep(20);
            if (known === undefined) parts.idempotency.forget(slot);
            return await parts.idempotency.run(call, key, work);
          } finally {
            locks.delete(slot);
          }
        },
      },
    };
  },
});
