import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Answers another order under a used key with the first session",
  breaks: "idempotency/reuse-with-other-body",
  wrap: (parts) => ({
    ...parts,
    idempotency: {
      ...parts.idempotency,
      fingerprint: (call) => (call.operation === "createSession" ? "" : parts.idempotency.fingerprint(call)),
    },
  }),
});
