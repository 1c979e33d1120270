import { created } from "../call.ts";
import type { Answer, Operations } from "../call.ts";
import type { Use } from "../parts.ts";
import type { Session } from "../records.ts";
import type { RefundOrder } from "../validation-session.ts";

type RefundOperations = Pick<Operations, "createRefund">;

const create = async (use: Use, session: Session, order: RefundOrder): Promise<Answer> => {
  const refund = use().ledger.accept(session, order);
  const answer = created(use().views.createdRefund(refund));
  // The answer says PENDING; the provider's word comes right after it, and nobody waits for that.
  Promise.resolve()
    .then(() => use().ledger.settle(refund))
    .catch(() => undefined);
  return answer;
};

export const refundOperations = (use: Use): RefundOperations => ({
  createRefund: async (call) => {
    const session = use().access.session(call);
    const key = use().idempotency.refundKey(call);
    const order = use().validate.createRefund(call.body);
    return use().idempotency.run(call, key, () => create(use, session, order));
  },
});
