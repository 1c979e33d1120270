import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Answers another amount under a used key with the first refund",
  breaks: "idempotency/refund-reuse-with-other-amount",
  wrap: (parts) => ({
    ...parts,
    idempotency: {
      ...parts.idempotency,
      fingerprint: (call) =>
        call.operation === "createRefund" ? call.path : parts.idempotency.fingerprint(call),
    },
  }),
});
