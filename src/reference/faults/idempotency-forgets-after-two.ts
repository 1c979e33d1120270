import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Forgets a key that was replayed twice",
  breaks: "idempotency/replay-creates-nothing",
  wrap: (parts) => {
    const counts = new Map<string, number>();
    return {
      ...parts,

      idempotency: {
        ...parts.idempotency,
        run: async (call, key, work) => {
          const slot = `${parts.idempotency.space(call)} ${key}`;
          const count = (counts.get(slot) ?? 0) + 1;
          counts.set(slot, count);
          if (call.operation === "createSession" && count > 3) parts.idempotency.forget(slot);
          return parts.idempotency.run(call, key, work);
        },
      },
    };
  },
});
