import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Compares only the last group of an idempotency key",
  breaks: "idempotency/new-key-new-session",
  wrap: (parts) => ({
    ...parts,
    idempotency: {
      ...parts.idempotency,
      run: (call, key, work) => parts.idempotency.run(call, key.slice(-12), work),
    },
  }),
});
