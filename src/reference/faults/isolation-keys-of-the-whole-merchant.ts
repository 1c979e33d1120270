import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Keeps idempotency keys per merchant, and takes any session of the merchant for a replay",
  breaks: "isolation/another-applications-idempotency-key",
  wrap: (parts) => ({
    ...parts,
    idempotency: {
      ...parts.idempotency,
      space: (call) => {
        if (call.operation !== "createSession" || call.principal.kind !== "application")
          return parts.idempotency.space(call);
        const { applicationId } = call.principal;
        return `${parts.applications.find(applicationId)?.merchantId ?? ""} ${call.operation}`;
      },
      fingerprint: (call) => parts.idempotency.fingerprint(call),
    },
  }),
});
