import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes a refund request without an idempotency key",
  breaks: "idempotency/refund-needs-key",
  wrap: (parts) => ({
    ...parts,
    idempotency: {
      ...parts.idempotency,
      refundKey: (call) =>
        call.headers.get("idempotency-key") === undefined
          ? parts.secrets.id()
          : parts.idempotency.refundKey(call),
    },
  }),
});
