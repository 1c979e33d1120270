import { type Claim, type Means, type Operation, type OperationName, operations } from "../model/index.ts";
import { type Answer, valueAt } from "./answer.ts";
import type { Api } from "./api.ts";
import type { Call } from "./call.ts";
import type { Variant } from "./define.ts";
import { credentialsOf, type Given, webhookUrl } from "./given.ts";
import { briefly, eventually } from "./patience.ts";
import { type ApiKey, premise } from "./premises.ts";

/** A lawful call that is ready to be sent, with a way to see from outside whether it was carried out. */
export interface Arranged {
  readonly call: Call;
  /** Another lawful call of the same kind, on resources of its own. */
  readonly sibling: () => Promise<Arranged>;
  /** What the call would change, as seen from outside; the same before and after unless it was carried out. */
  readonly look?: () => Promise<unknown>;
  /** The call carries what is good once: whoever sends several takes siblings. */
  readonly isOnce?: true;
}

type Arrangement = (given: Given, api: Api) => Promise<Omit<Arranged, "sibling">>;

/** Makes the resources an operation needs and the lawful call on them. */
export async function arrange(operation: OperationName, given: Given, api: Api): Promise<Arranged> {
  const arranged = await arrangements[operation](given, api);
  return { ...arranged, sibling: () => arrange(operation, given, api) };
}

/** A call like this one that was not sent yet, where it matters. */
export async function unsent(arranged: Arranged): Promise<Arranged> {
  return arranged.isOnce === true ? arranged.sibling() : arranged;
}

const arrangements: Readonly<Record<OperationName, Arrangement>> = {
  login: async (given, api) => ({ call: await api.call("login", { json: credentialsOf(given) }) }),
  signUp: async (given, api) => {
    const { token } = await given.newInvite();
    return {
      call: await api.call("signUp", { query: { token }, json: given.applicant().body }),
      isOnce: true,
    };
  },

  createApplication: async (given, api) => ({
    call: await api.call("createApplication", {
      json: { name: given.name(), description: "conformance run" },
    }),
  }),
  setApplicationStatus: async (given, api) => {
    const { id } = await given.application();
    const call = await api.call("setApplicationStatus", { params: { id }, json: { isEnabled: false } });
    return { call, look: statusOf(id, given, api) };
  },
  listApplications: async (_, api) => ({ call: await api.call("listApplications") }),
  readApplication: (given, api) => onApplication("readApplication", given, api),

  createApiKey: async (given, api) => {
    const { id } = await given.application();
    const call = await api.call("createApiKey", { params: { id }, json: { description: "conformance run" } });
    return { call, look: async () => valueAt((await api.management.listApiKeys(id)).json, "/totalItems") };
  },
  listApiKeys: (given, api) => onApplication("listApiKeys", given, api),
  revokeApiKey: async (given, api) => {
    // Not the shared one: a target that revokes too much shall not take the run's own key along.
    const { id } = await given.application();
    const { id: keyId } = await given.apiKey(id);
    return { call: await api.call("revokeApiKey", { params: { id, keyId } }) };
  },

  linkProvider: async (given, api) => {
    const { id } = await given.application();
    const call = await api.call("linkProvider", { params: { id }, json: given.provider() });
    return { call, look: async () => valueAt((await api.management.listProviders(id)).json, "/totalItems") };
  },
  listProviders: (given, api) => onApplication("listProviders", given, api),
  setPaymentMethods: (given, api) => {
    const { paymentMethods } = given.provider();
    return onProvider("setPaymentMethods", given, api, { paymentMethods });
  },
  activateProvider: (given, api) => onProvider("activateProvider", given, api),
  deactivateProvider: (given, api) => onProvider("deactivateProvider", given, api),
  rotateProviderKey: (given, api) => {
    const { apiKey } = given.provider().credentials;
    return onProvider("rotateProviderKey", given, api, { apiKey });
  },

  createWebhook: async (given, api) => {
    const { id } = await given.application();
    const call = await api.call("createWebhook", { params: { id }, json: { url: webhookUrl(given.values) } });
    return { call, look: async () => valueAt((await api.management.listWebhooks(id)).json, "/totalItems") };
  },
  listWebhooks: (given, api) => onApplication("listWebhooks", given, api),
  updateWebhook: (given, api) => onWebhook("updateWebhook", given, api, { isActive: false }),
  deleteWebhook: (given, api) => onWebhook("deleteWebhook", given, api),
  testWebhook: (given, api) => onWebhook("testWebhook", given, api),

  createSession: async (given, api) => ({
    call: await api.call("createSession", {
      json: given.order(),
      headers: [["Idempotency-Key", given.idempotencyKey()]],
    }),
  }),
  readSession: async (given, api) => {
    const { id: sessionId } = await given.session();
    return { call: await api.call("readSession", { params: { sessionId } }) };
  },
  createRefund: async (given, api) => {
    const { id: sessionId } = await given.paidSession();
    const headers = [["Idempotency-Key", given.idempotencyKey()]] as const;
    const call = await api.call("createRefund", { params: { sessionId }, json: { amount: 1 }, headers });
    return { call, look: async () => refundsOf(await api.payments.readSession(sessionId)) };
  },
  listPaymentMethods: async (_, api) => ({ call: await api.call("listPaymentMethods") }),
};

/** Whether an application is enabled; where it can't be read, whether a key of its own is let in. */
function statusOf(id: string, given: Given, api: Api): () => Promise<unknown> {
  let key: Promise<ApiKey> | undefined;
  return async () => {
    const isEnabled = valueAt((await api.management.readApplication(id)).json, "/isEnabled");
    if (isEnabled !== undefined) return isEnabled;
    // The first look comes before anything could have been done.
    const { fullKey } = await (key ??= given.apiKey(id));
    const { status } = await api.payments.as(fullKey).readSession(given.absentId());
    return status === 401 || status === 403 ? "its key is refused" : "its key is let in";
  };
}

async function onApplication(operation: OperationName, given: Given, api: Api, json?: unknown) {
  const { id } = await given.sharedApplication();
  return { call: await api.call(operation, { params: { id }, json }) };
}

async function onProvider(operation: OperationName, given: Given, api: Api, json?: unknown) {
  const { id } = await given.application();
  const provider = given.provider();
  premise("linking a provider", await api.management.linkProvider(id, provider), "/provider");
  const call = await api.call(operation, { params: { id, providerName: provider.name }, json });
  return { call, look: async () => onlyItem(() => api.management.listProviders(id), providerState) };
}

async function onWebhook(operation: OperationName, given: Given, api: Api, json?: unknown) {
  const { id } = await given.application();
  const { id: webhookId } = await given.webhook(id);
  const call = await api.call(operation, { params: { id, webhookId }, json });
  return { call, look: async () => onlyItem(() => api.management.listWebhooks(id), webhookState) };
}

const providerState = ["isActive", "paymentMethods", "keyFingerprint"];
const webhookState = ["url", "isActive", "lastTestAt"];

/** What the one item of a list has at these members; waits for it, should the list lag behind. */
async function onlyItem(list: () => Promise<Answer>, members: readonly string[]): Promise<unknown> {
  const isThere = (answer: Answer) => valueAt(answer.json, "/items/0") !== undefined;
  const { json } = await eventually(list, isThere, briefly);
  return members.map((member) => valueAt(json, `/items/0/${member}`));
}

function refundsOf(session: Answer): unknown {
  const refunds = valueAt(session.json, "/refunds");
  return Array.isArray(refunds) ? refunds.length : undefined;
}

/** A row per operation, for requirements that hold for each of many. */
export interface OperationVariant extends Variant {
  readonly operation: OperationName;
}

const neededMeans: Partial<Record<OperationName, Means>> = { createRefund: "checkout" };

/** The operations that satisfy `holds`, as a table of variants; but for the sign-up, which has a chapter of its own. */
export function operationsWhere(holds: (operation: Operation) => boolean): readonly OperationVariant[] {
  const entries = Object.entries(operations) as readonly (readonly [OperationName, Operation])[];
  return entries
    .filter(([name, operation]) => name !== "signUp" && holds(operation))
    .map(([name, { capability, optional }]) => ({
      name,
      operation: name,
      capability: capability satisfies Claim,
      ...(neededMeans[name] === undefined ? {} : { needs: [neededMeans[name]] }),
      ...(optional === undefined ? {} : { optional }),
    }));
}

export const managementOperations = operationsWhere(({ credential }) => credential === "jwt");
export const paymentOperations = operationsWhere(({ credential }) => credential === "apiKey");
export const protectedOperations = [...managementOperations, ...paymentOperations];
export const operationsWithBody = operationsWhere(({ request }) => request !== undefined);

/** Generated requests need an invite each: a target whose tokens come from a list has too few. */
const signUp: OperationVariant = {
  name: "signUp",
  operation: "signUp",
  capability: "onboarding",
  needs: ["invites"],
  optional: true,
};

export const everyOperation = [...operationsWhere(() => true), signUp];
export const everyOperationWithBody = [...operationsWithBody, signUp];
