import { setTimeout as sleep } from "node:timers/promises";
import { defineFault } from "../fault.ts";
import type { RequestHeaders } from "../call.ts";

export const fault = defineFault({
  title: "Keeps an empty answer for a client that hung up",
  breaks: "idempotency/survives-lost-response",
  wrap: (parts) => {
    const empty = (slot: string): void => {
      const record = parts.idempotency.recall(slot);
      const answer = Promise.resolve({ status: 200, body: {} });
      if (record !== undefined) parts.idempotency.remember(slot, { ...record, answer });
    };
    const slots = new WeakMap<RequestHeaders, string>();
    return {
      ...parts,
      finisher: {
        ...parts.finisher,
        write: (answer, response, incoming) => {
          const slot = slots.get(incoming.headers);
          if (slot !== undefined && response.destroyed) empty(slot);
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
