import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Creates a second session when a request is replayed",
  breaks: "idempotency/replay-creates-nothing",
  wrap: (parts) => ({
    ...parts,
    idempotency: {
      ...parts.idempotency,
      run: (call, key, work) =>
        call.operation === "createSession" ? work() : parts.idempotency.run(call, key, work),
    },
  }),
});
