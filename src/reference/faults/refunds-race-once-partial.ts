import { setTimeout as sleep } from "node:timers/promises";
import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Looks at the balance and writes the refund in two steps, once a part was refunded",
  breaks: "refunds/never-overspends",
  wrap: (parts) => {
    const looks = new Map<string, { left: number; guests: number }>();
    const racing = replaceOperation(parts, "createRefund", async (call, next) => {
      const session = parts.access.session(call);
      if (session.status !== "PARTIALLY_REFUNDED") return next(call);
      const look = looks.get(session.id) ?? { left: parts.ledger.remaining(session), guests: 0 };
      look.guests += 1;
      looks.set(session.id, look);
      await sleep(20);
      // Others have been here since it looked.
      return next(call).finally(() => void ((look.guests -= 1) === 0 && looks.delete(session.id)));
    });
    return {
      ...racing,
      ledger: {
        ...parts.ledger,
        isRefundable: (session) => looks.has(session.id) || parts.ledger.isRefundable(session),
        remaining: (session) => looks.get(session.id)?.left ?? parts.ledger.remaining(session),
      },
    };
  },
});
