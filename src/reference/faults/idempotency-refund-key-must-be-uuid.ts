import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Asks for a UUID v4 as the idempotency key of a refund, too",
  breaks: "idempotency/refund-key-is-any-value",
  wrap: (parts) => ({
    ...parts,
    idempotency: { ...parts.idempotency, refundKey: (call) => parts.idempotency.sessionKey(call) },
  }),
});
