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
  const candidates = router.candidates(applicationId, order);
  const [first, ...others] = candidates;
  if (first === undefined) throw new Refusal(422, "No active provider supports this payment method");
  if (others.length === 0) return { provider: first, score: 1 };
  const routes = candidates.map((provider) => ({ provider, score: router.score(provider, order) }));
  return routes.reduce((best, route) => (route.score > best.score ? route : best));
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
