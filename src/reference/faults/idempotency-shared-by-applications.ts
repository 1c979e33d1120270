import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Keeps the idempotency keys of all applications in one place",
  breaks: "idempotency/key-of-another-application",
  wrap: (parts) => ({
    ...parts,
    idempotency: {
      ...parts.idempotency,
      space: (call) => call.operation,
    },
  }),
});
