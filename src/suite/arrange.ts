import { type Claim, type Means, type Operation, type OperationName, operations } from "../model/index.ts";
import { valueAt } from "./answer.ts";
import type { Api } from "./api.ts";
import type { Call } from "./call.ts";
import type { Variant } from "./define.ts";
import { credentialsOf, type Given, webhookUrl } from "./given.ts";
import { premise } from "./premises.ts";
import { NotServed } from "./violation.ts";

/** A lawful call that is ready to be sent, with a way to see from outside whether it was carried out. */
export interface Arranged {
  readonly call: Call;
  /** Another lawful call of the same kind, on resources of its own. */
  readonly sibling: () => Promise<Arranged>;
  /** What the call would change, as seen from outside; the same before and after unless it was carried out. */
  readonly look?: () => Promise<unknown>;
}

type Arrangement = (given: Given, api: Api) => Promise<Omit<Arranged, "sibling">>;

/** Makes the resources an operation needs and the lawful call on them. */
export async function arrange(operation: OperationName, given: Given, api: Api): Promise<Arranged> {
  const arranged = await arrangements[operation](given, api);
  return { ...arranged, sibling: () => arrange(operation, given, api) };
}

const arrangements: Readonly<Record<OperationName, Arrangement>> = {
  login: async (given, api) => ({ call: await api.call("login", { json: credentialsOf(given) }) }),
  signUp: async () => {
    throw new NotServed("signing up needs an invite");
  },

  createApplication: async (given, api) => ({
    call: await api.call("createApplication", {
      json: { name: given.name(), description: "conformance run" },
    }),
  }),
  setApplicationStatus: async (given, api) => {
    const { id } = await given.application();
    return { call: await api.call("setApplicationStatus", { params: { id }, json: { isEnabled: true } }) };
  },
  listApplications: async (_, api) => ({ call: await api.call("listApplications") }),
  readApplication: (given, api) => onApplication("readApplication", given, api),

  createApiKey: (given, api) => onApplication("createApiKey", given, api, { description: "conformance run" }),
  listApiKeys: (given, api) => onApplication("listApiKeys", given, api),
  revokeApiKey: async (given, api) => {
    const { id } = await given.sharedApplication();
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
  updateWebhook: (given, api) => onWebhook("updateWebhook", given, api, { isActive: true }),
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
    return { call: await api.call("createRefund", { params: { sessionId }, json: { amount: 1 }, headers }) };
  },
  listPaymentMethods: async (_, api) => ({ call: await api.call("listPaymentMethods") }),
};

async function onApplication(operation: OperationName, given: Given, api: Api, json?: unknown) {
  const { id } = await given.sharedApplication();
  return { call: await api.call(operation, { params: { id }, json }) };
}

async function onProvider(operation: OperationName, given: Given, api: Api, json?: unknown) {
  const { id } = await given.application();
  const provider = given.provider();
  premise("linking a provider", await api.management.linkProvider(id, provider), "/provider");
  return { call: await api.call(operation, { params: { id, providerName: provider.name }, json }) };
}

async function onWebhook(operation: OperationName, given: Given, api: Api, json?: unknown) {
  const { id } = await given.application();
  const { id: webhookId } = await given.webhook(id);
  return { call: await api.call(operation, { params: { id, webhookId }, json }) };
}

/** A row per operation, for requirements that hold for each of many. */
export interface OperationVariant extends Variant {
  readonly operation: OperationName;
}

const neededMeans: Partial<Record<OperationName, Means>> = { createRefund: "checkout", signUp: "invites" };

/** The operations that satisfy `holds`, as a table of variants. */
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
