import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Keeps the idempotency keys of all applications in one space",
  breaks: "isolation/another-applications-idempotency-key",
  wrap: (parts) => ({
    ...parts,
    idempotency: {
      ...parts.idempotency,
      space: (call) => (call.operation === "createSession" ? "createSession" : parts.idempotency.space(call)),
    },
  }),
});
