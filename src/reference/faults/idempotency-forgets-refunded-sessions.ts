import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Forgets the key of a session that was refunded",
  breaks: "idempotency/replay-after-refund",
  wrap: (parts) => ({
    ...parts,
    idempotency: {
      ...parts.idempotency,
      run: async (call, key, work) => {
        const slot = `${parts.idempotency.space(call)} ${key}`;
        const first = await parts.idempotency.recall(slot)?.answer;
        const { sessionId } = Object(first?.body) as { readonly sessionId?: string };
        const session = parts.sessions.find(sessionId ?? "");
        if (call.operation === "createSession" && session?.status === "REFUNDED")
          parts.idempotency.forget(slot);
        return parts.idempotency.run(call, key, work);
      },
    },
  }),
});
