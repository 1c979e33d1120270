import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Keeps idempotency keys per API key",
  breaks: "idempotency/replay-by-sibling-key",
  wrap: (parts) => ({
    ...parts,
    idempotency: {
      ...parts.idempotency,
      space: (call) =>
        call.principal.kind === "application" ? `${call.principal.keyId} ${call.operation}` : "",
    },
  }),
});
