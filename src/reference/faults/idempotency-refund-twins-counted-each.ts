import { setTimeout as sleep } from "node:timers/promises";
import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes every twin of a refund from the balance",
  breaks: "idempotency/refund-concurrent-replays",
  wrap: (parts) => {
    const extra = new Map<string, number>();
    const running = new Set<string>();
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
          const isReplay = running.has(slot);
          running.add(slot);
          await sleep(20);
          const answer = await parts.idempotency.run(call, key, work);
          const { sessionId, amount } = answer.body as {
            readonly sessionId: string;
            readonly amount: number;
          };
          const cents = parts.money.toMinor(amount) ?? 0;
          if (isReplay) extra.set(sessionId, (extra.get(sessionId) ?? 0) + cents);
          running.delete(slot);
          return answer;
        },
      },
    };
  },
});
