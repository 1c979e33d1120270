import { setTimeout as sleep } from "node:timers/promises";
import { defineFault } from "../fault.ts";
import type { RequestHeaders } from "../call.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Never unlocks a key whose client hung up",
  breaks: "idempotency/survives-lost-response",
  wrap: (parts) => {
    const slots = new WeakMap<RequestHeaders, string>();
    const locked = new Set<string>();
    return {
      ...parts,
      finisher: {
        ...parts.finisher,
        write: (answer, response, incoming) => {
          const slot = slots.get(incoming.headers);
          if (slot !== undefined && response.destroyed) locked.add(slot);
          parts.finisher.write(answer, response, incoming);
        },
      },
      idempotency: {
        ...parts.idempotency,
        run: async (call, key, work) => {
          const slot = `${parts.idempotency.space(call)} ${key}`;
          if (locked.has(slot)) throw new Refusal(409, "The request is under way");
          slots.set(call.headers, slot);
          return parts.idempotency.run(call, key, async () => {
            await sleep(150);
            return work();
          });
        },
      },
    };
  },
});
