import { setTimeout as sleep } from "node:timers/promises";
import { defineFault } from "../fault.ts";
import type { RequestHeaders } from "../call.ts";

export const fault = defineFault({
  title: "Remembers a key only once its answer was delivered",
  breaks: "idempotency/survives-lost-response",
  wrap: (parts) => {
    const slots = new WeakMap<RequestHeaders, string>();
    return {
      ...parts,
      finisher: {
        ...parts.finisher,
        write: (answer, response, incoming) => {
          const slot = slots.get(incoming.headers);
          if (slot !== undefined && response.destroyed) parts.idempotency.forget(slot);
          parts.finisher.write(answer, response, incoming);
        },
      },
      idempotency: {
        ...parts.idempotency,
        run: async (call, key, work) => {
          const slot = `${parts.idempotency.space(call)} ${key}`;

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
