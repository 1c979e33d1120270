import { created, ok } from "../call.ts";
import type { Answer, Operations } from "../call.ts";
import type { Use } from "../parts.ts";
import type { Session } from "../records.ts";
import type { SessionOrder } from "../validation-session.ts";

type SessionOperations = Pick<Operations, "createSession" | "readSession">;

const create = async (use: Use, applicationId: string, order: SessionOrder): Promise<Answer> => {
  const { provider, score } = use().router.choose(applicationId, order);
  use().outages.check(provider.name);
  const { orderReference, paymentMethod, currency, amount, redirectUrls } = order;
  const now = use().clock.now();
  const session: Session = {
    id: use().secrets.id(),
    applicationId,
    order: { orderReference, paymentMethod, currency, amount, redirectUrls },
    total: use().money.toMinor(amount.total) ?? 0,
    providerName: provider.name,
    score,
    status: "PENDING",
    failureReason: null,
    expiresAt: now + use().limits.sessionSeconds * 1000,
    createdAt: now,
    updatedAt: now,
    refunds: [],
  };
  use().sessions.add(session);
  return created(use().views.createdSession(session));
};

export const sessionOperations = (use: Use): SessionOperations => ({
  createSession: async (call) => {
    const applicationId = use().access.applicationId(call);
    const key = use().idempotency.sessionKey(call);
    const order = use().validate.createSession(call.body);
    return use().idempotency.run(call, key, () => create(use, applicationId, order));
  },

  readSession: async (call) => ok(use().views.session(use().access.session(call))),
});
