import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes any text for an idempotency key of a session",
  breaks: "idempotency/key-is-uuid-v4",
  wrap: (parts) => ({
    ...parts,
    idempotency: {
      ...parts.idempotency,
      sessionKey: (call) => parts.idempotency.refundKey(call),
    },
  }),
});
