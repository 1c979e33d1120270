import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Answers a refund with the session that was created under its key",
  breaks: "idempotency/key-elsewhere",
  wrap: (parts) => ({
    ...parts,
    idempotency: {
      ...parts.idempotency,
      space: (call) => (call.principal.kind === "application" ? call.principal.applicationId : ""),
      fingerprint: () => "",
    },
  }),
});
