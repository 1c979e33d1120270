import { created, ok } from "../call.ts";
import type { Answer, Call, Operations } from "../call.ts";
import type { Use } from "../parts.ts";
import type { Provider } from "../records.ts";
import { Refusal } from "../refusal.ts";

type ProviderOperations = Pick<
  Operations,
  | "linkProvider"
  | "listProviders"
  | "setPaymentMethods"
  | "activateProvider"
  | "deactivateProvider"
  | "rotateProviderKey"
>;

const link = async (use: Use, call: Call): Promise<Answer> => {
  const applicationId = use().access.application(call).id;
  const { name, paymentMethods, credentials } = use().validate.linkProvider(call.body);
  if (use().names.isProviderTaken(applicationId, name))
    throw new Refusal(409, "The provider is already linked");
  const now = use().clock.now();
  const provider: Provider = {
    id: use().secrets.id(),
    applicationId,
    name,
    paymentMethods,
    apiKey: credentials.apiKey,
    isActive: true,
    createdAt: now,
    updatedAt: now,
  };
  use().providers.add(provider);
  return created(use().views.provider(provider));
};

type Change = Partial<Pick<Provider, "paymentMethods" | "apiKey" | "isActive">>;

const change = (use: Use, provider: Provider, changes: Change): Provider =>
  Object.assign(provider, changes, { updatedAt: use().clock.now() });

export const providerOperations = (use: Use): ProviderOperations => ({
  linkProvider: (call) => link(use, call),

  listProviders: async (call) => {
    const application = use().access.application(call);
    return ok(use().pager.page(call, use().providers.of(application.id), use().views.provider));
  },

  setPaymentMethods: async (call) => {
    const provider = use().access.provider(call);
    const { paymentMethods } = use().validate.setPaymentMethods(call.body);
    return ok(use().views.provider(change(use, provider, { paymentMethods })));
  },

  activateProvider: async (call) => {
    const provider = use().access.provider(call);
    return ok(use().views.provider(change(use, provider, { isActive: true })));
  },

  deactivateProvider: async (call) => {
    const provider = use().access.provider(call);
    return ok(use().views.provider(change(use, provider, { isActive: false })));
  },

  rotateProviderKey: async (call) => {
    const provider = use().access.provider(call);
    const { apiKey } = use().validate.rotateProviderKey(call.body);
    change(use, provider, { apiKey });
    return ok({});
  },
});
