import { hash } from "node:crypto";
import type { Use } from "./parts.ts";
import type { Provider } from "./records.ts";
import { Refusal } from "./refusal.ts";
import type { SessionOrder } from "./validation-session.ts";

export interface Route {
  readonly provider: Provider;
  readonly score: number;
}

/** Chooses the provider of a session before there is one. */
export interface ProviderRouter {
  choose(applicationId: string, order: SessionOrder): Route;
  candidates(applicationId: string, order: SessionOrder): readonly Provider[];
  /** 0 to 1, the same for the same provider and order. */
  score(provider: Provider, order: SessionOrder): number;
}

const choose = (use: Use, applicationId: string, order: SessionOrder): Route => {
  const { router } = use();
  const routes = router
    .candidates(applicationId, order)
    .map((provider) => ({ provider, score: router.score(provider, order) }));
  const [best] = routes.toSorted((left, right) => right.score - left.score);
  if (best === undefined) throw new Refusal(422, "No active provider supports this payment method");
  return routes.length === 1 ? { ...best, score: 1 } : best;
};

export const createProviderRouter = (use: Use): ProviderRouter => ({
  choose: (applicationId, order) => choose(use, applicationId, order),
  candidates: (applicationId, order) =>
    use()
      .providers.of(applicationId)
      .filter(({ isActive, paymentMethods }) => isActive && paymentMethods.includes(order.paymentMethod)),
  score: ({ name }, { paymentMethod, currency }) => {
    const digest = hash("sha256", `${name} ${paymentMethod} ${currency}`, "buffer");
    return Math.round((digest.readUInt16BE(0) / 0xff_ff) * 100) / 100;
  },
});
