import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Forgets a key after a second",
  breaks: "idempotency/replay-creates-nothing",
  wrap: (parts) => ({ ...parts, limits: { ...parts.limits, idempotencySeconds: 1 } }),
});
