import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Opens a paid session again when its request is replayed",
  breaks: "idempotency/replay-after-payment",
  wrap: (parts) => ({
    ...parts,
    idempotency: {
      ...parts.idempotency,
      run: async (call, key, work) => {
        const slot = `${parts.idempotency.space(call)} ${key}`;
        const isReplay = parts.idempotency.recall(slot) !== undefined;
        const answer = await parts.idempotency.run(call, key, work);
        const { sessionId } = answer.body as { readonly sessionId: string };
        const session = parts.sessions.find(sessionId);
        if (isReplay && session?.status === "SUCCEEDED") parts.sessionStates.move(session, "PENDING", null);
        return answer;
      },
    },
  }),
});
