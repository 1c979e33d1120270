import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Keeps the idempotency keys of sessions and refunds in one place",
  breaks: "idempotency/key-elsewhere",
  wrap: (parts) => ({
    ...parts,
    idempotency: {
      ...parts.idempotency,
      space: (call) => (call.principal.kind === "application" ? call.principal.applicationId : ""),
    },
  }),
});
