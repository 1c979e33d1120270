import { setTimeout as sleep } from "node:timers/promises";
import { defineFault } from "../fault.ts";
import type { Answer } from "../call.ts";

export const fault = defineFault({
  title: "Answers two keys of one order that arrive together with one session",
  breaks: "idempotency/obeys-model",
  wrap: (parts) => {
    const running = new Map<string, Promise<Answer>>();
    return {
      ...parts,

      idempotency: {
        ...parts.idempotency,
        run: (call, key, work) => {
          const { orderReference } = call.body as { readonly orderReference?: string };
          if (orderReference === undefined) return parts.idempotency.run(call, key, work);
          const begin = async (): Promise<Answer> => {
            await sleep(10);
            running.delete(orderReference);
            return parts.idempotency.run(call, key, work);
          };
          const answer = running.get(orderReference) ?? begin();
          running.set(orderReference, answer);
          return answer;
        },
      },
    };
  },
});
