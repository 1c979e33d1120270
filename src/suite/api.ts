import { type HeaderFields, operations, type OperationName } from "../model/index.ts";
import type { Answer } from "./answer.ts";
import {
  bearer,
  type Call,
  callOf,
  type CallOptions,
  idempotencyKeyHeader,
  withAuthorization,
} from "./call.ts";

type Body = unknown;
export type Query = Readonly<Record<string, string | number>>;

/** Gives the `Authorization` value that calls of one kind carry. */
export type Authorize = () => Promise<string>;

export interface ApiParts {
  readonly send: (call: Call) => Promise<Answer>;
  /** Path of the one operation that the documentation leaves without. */
  readonly paymentMethodsPath: string;
  readonly jwt: Authorize;
  /** The token is the run's own, not one that a check is about. */
  readonly renewable: boolean;
  readonly apiKey: Authorize;
}

/** How a payment request is sent: with which idempotency key, if any. */
export interface Keyed {
  readonly key?: string;
}

/** The API as one verb per operation, by who may call them. */
export interface Api {
  readonly visitor: Visitor;
  readonly management: Management;
  readonly payments: Payments;
  /** A lawful call that is not sent yet. */
  call(operation: OperationName, options?: CallOptions): Promise<Call>;
}

export function createApi(parts: ApiParts): Api {
  const call = async (operation: OperationName, options?: CallOptions) =>
    authorized(parts, operation, options);
  const perform = async (operation: OperationName, options?: CallOptions) =>
    parts.send(await call(operation, options));
  return {
    call,
    visitor: visitor(perform),
    management: management(parts, perform),
    payments: payments(parts, perform),
  };
}

type Perform = (operation: OperationName, options?: CallOptions) => Promise<Answer>;

async function authorized(parts: ApiParts, operation: OperationName, options?: CallOptions): Promise<Call> {
  const { credential, path } = operations[operation];
  const call = callOf(
    operation,
    operation === "listPaymentMethods" ? parts.paymentMethodsPath : path,
    options,
  );
  if (credential === "none") return call;
  if (credential === "apiKey") return withAuthorization(call, await parts.apiKey());
  return { ...withAuthorization(call, await parts.jwt()), renewable: parts.renewable };
}

export type Visitor = ReturnType<typeof visitor>;

function visitor(perform: Perform) {
  return {
    login: (credentials: Body) => perform("login", { json: credentials }),
    signUp: (token: string, body: Body) => perform("signUp", { query: { token }, json: body }),
  };
}

type ManagementVerbs = ReturnType<typeof managementVerbs>;
export interface Management extends ManagementVerbs {
  /** The same verbs under another token. */
  as(token: string): Management;
}

function management(parts: ApiParts, perform: Perform): Management {
  const as = (token: string) =>
    createApi({ ...parts, jwt: async () => bearer(token), renewable: false }).management;
  return { ...managementVerbs(perform), as };
}

function managementVerbs(perform: Perform) {
  const provider = (id: string, providerName: string) => ({ params: { id, providerName } });
  const webhook = (id: string, webhookId: string) => ({ params: { id, webhookId } });
  return {
    createApplication: (body: Body) => perform("createApplication", { json: body }),
    setApplicationStatus: (id: string, body: Body) =>
      perform("setApplicationStatus", { params: { id }, json: body }),
    listApplications: (query: Query = {}) => perform("listApplications", { query }),
    readApplication: (id: string) => perform("readApplication", { params: { id } }),

    createApiKey: (id: string, body: Body) => perform("createApiKey", { params: { id }, json: body }),
    listApiKeys: (id: string, query: Query = {}) => perform("listApiKeys", { params: { id }, query }),
    revokeApiKey: (id: string, keyId: string) => perform("revokeApiKey", { params: { id, keyId } }),

    linkProvider: (id: string, body: Body) => perform("linkProvider", { params: { id }, json: body }),
    listProviders: (id: string, query: Query = {}) => perform("listProviders", { params: { id }, query }),
    setPaymentMethods: (id: string, name: string, body: Body) =>
      perform("setPaymentMethods", { ...provider(id, name), json: body }),
    activateProvider: (id: string, name: string) => perform("activateProvider", provider(id, name)),
    deactivateProvider: (id: string, name: string) => perform("deactivateProvider", provider(id, name)),
    rotateProviderKey: (id: string, name: string, body: Body) =>
      perform("rotateProviderKey", { ...provider(id, name), json: body }),

    createWebhook: (id: string, body: Body) => perform("createWebhook", { params: { id }, json: body }),
    listWebhooks: (id: string, query: Query = {}) => perform("listWebhooks", { params: { id }, query }),
    updateWebhook: (id: string, webhookId: string, body: Body) =>
      perform("updateWebhook", { ...webhook(id, webhookId), json: body }),
    deleteWebhook: (id: string, webhookId: string) => perform("deleteWebhook", webhook(id, webhookId)),
    testWebhook: (id: string, webhookId: string) => perform("testWebhook", webhook(id, webhookId)),
  };
}

type PaymentVerbs = ReturnType<typeof paymentVerbs>;
export interface Payments extends PaymentVerbs {
  /** The same verbs under another API key. */
  as(apiKey: string): Payments;
}

function payments(parts: ApiParts, perform: Perform): Payments {
  const as = (apiKey: string) => createApi({ ...parts, apiKey: async () => bearer(apiKey) }).payments;
  return { ...paymentVerbs(perform), as };
}

function paymentVerbs(perform: Perform) {
  return {
    createSession: (order: Body, keyed: Keyed = {}) =>
      perform("createSession", { json: order, headers: keyHeader(keyed) }),
    readSession: (sessionId: string) => perform("readSession", { params: { sessionId } }),
    createRefund: (sessionId: string, refund: Body, keyed: Keyed = {}) =>
      perform("createRefund", { params: { sessionId }, json: refund, headers: keyHeader(keyed) }),
    listPaymentMethods: (query: Query = {}) => perform("listPaymentMethods", { query }),
  };
}

function keyHeader({ key }: Keyed): HeaderFields {
  return key === undefined ? [] : [[idempotencyKeyHeader, key]];
}
