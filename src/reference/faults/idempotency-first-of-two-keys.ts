import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes the first of two idempotency keys",
  breaks: "idempotency/key-is-uuid-v4",
  wrap: (parts) => ({
    ...parts,
    idempotency: {
      ...parts.idempotency,
      sessionKey: (call) =>
        parts.idempotency.sessionKey({
          ...call,
          headers: { ...call.headers, all: (name) => call.headers.all(name).slice(0, 1) },
        }),
    },
  }),
});
