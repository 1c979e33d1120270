import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes a replayed refund from the balance a second time",
  breaks: "idempotency/refund-replay",
  wrap: (parts) => {
    const extra = new Map<string, number>();

    return {
      ...parts,
      ledger: {
        ...parts.ledger,
        taken: (session) => parts.ledger.taken(session) + (extra.get(session.id) ?? 0),
      },
      idempotency: {
        ...parts.idempotency,
        run: async (call, key, work) => {
          if (call.operation !== "createRefund") return parts.idempotency.run(call, key, work);
          const slot = `${parts.idempotency.space(call)} ${key}`;
          const isReplay = parts.idempotency.recall(slot) !== undefined;
          const answer = await parts.idempotency.run(call, key, work);
          const { sessionId, amount } = answer.body as {
            readonly sessionId: string;
            readonly amount: number;
          };
          const cents = parts.money.toMinor(amount) ?? 0;
          if (isReplay) extra.set(sessionId, (extra.get(sessionId) ?? 0) + cents);
          return answer;
        },
      },
    };
  },
});
