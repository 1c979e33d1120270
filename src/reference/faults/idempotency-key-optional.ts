import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes a session request without an idempotency key",
  breaks: "idempotency/session-needs-key",
  wrap: (parts) => ({
    ...parts,
    idempotency: {
      ...parts.idempotency,
      sessionKey: (call) =>
        call.headers.get("idempotency-key") === undefined
          ? parts.secrets.id()
          : parts.idempotency.sessionKey(call),
    },
  }),
});
