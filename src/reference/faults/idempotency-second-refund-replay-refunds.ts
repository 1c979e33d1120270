import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Refunds again when a refund is replayed a second time",
  breaks: "idempotency/refund-replay",
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
          if (call.operation === "createRefund" && count > 2) parts.idempotency.forget(slot);
          return parts.idempotency.run(call, key, work);
        },
      },
    };
  },
});
