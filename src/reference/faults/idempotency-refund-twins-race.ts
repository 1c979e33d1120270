import { setTimeout as sleep } from "node:timers/promises";
import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Looks a refund's key up and remembers it in two steps",
  breaks: "idempotency/refund-concurrent-replays",
  wrap: (parts) => ({
    ...parts,
    idempotency: {
      ...parts.idempotency,
      run: async (call, key, work) => {
        if (call.operation !== "createRefund") return parts.idempotency.run(call, key, work);
        const slot = `${parts.idempotency.space(call)} ${key}`;
        const known = parts.idempotency.recall(slot);
        await sleep(20);
        // What was looked up may be out of date by now.
        if (known === undefined) parts.idempotency.forget(slot);
        return parts.idempotency.run(call, key, work);
      },
    },
  }),
});
