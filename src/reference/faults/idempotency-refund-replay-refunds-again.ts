import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Refunds again when a refund is replayed",
  breaks: "idempotency/refund-replay",
  wrap: (parts) => ({
    ...parts,
    idempotency: {
      ...parts.idempotency,
      run: (call, key, work) =>
        call.operation === "createRefund" ? work() : parts.idempotency.run(call, key, work),
    },
  }),
});
