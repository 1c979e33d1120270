import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Creates a session for another order under a used key",
  breaks: "idempotency/reuse-with-other-body",
  wrap: (parts) => ({
    ...parts,
    idempotency: {
      ...parts.idempotency,
      run: (call, key, work) =>
        parts.idempotency.run(call, `${key} ${parts.idempotency.fingerprint(call)}`, work),
    },
  }),
});
