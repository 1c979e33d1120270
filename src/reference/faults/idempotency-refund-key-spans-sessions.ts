import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Forgets the session when it compares refund requests under one key",
  breaks: "idempotency/refund-key-of-another-session",
  wrap: (parts) => ({
    ...parts,
    idempotency: {
      ...parts.idempotency,
      fingerprint: (call) =>
        parts.idempotency.fingerprint(
          call.operation === "createRefund" ? { ...call, path: "refunds" } : call,
        ),
    },
  }),
});
