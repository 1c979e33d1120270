import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Forgets the idempotency keys of a session's refunds after the second of them",
  breaks: "lifecycle/obeys-model",
  wrap: (parts) => ({
    ...parts,
    idempotency: {
      ...parts.idempotency,
      run: (call, key, work) => {
        const session = parts.sessions.find(call.params["sessionId"] ?? "");
        const isForgotten = session !== undefined && session.refunds.length > 1;
        return isForgotten ? work() : parts.idempotency.run(call, key, work);
      },
    },
  }),
});
