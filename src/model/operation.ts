import type { Claim } from "./capability.ts";

export type CredentialKind = "none" | "jwt" | "apiKey";

/** One operation of the contract. Paths are below the base path; `{names}` are filled per call. */
export interface Operation {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  readonly path: string;
  readonly credential: CredentialKind;
  readonly capability: Claim;
  /** Name of the request body's schema; absent for operations that take none. */
  readonly request?: string;
  readonly response: string;
  /** Not documented: a lawful target may lack it. */
  readonly optional?: true;
}

/** The operations of the contract by their operationId in `schemas/openapi.yaml`. */
export const operations = {
  login: operation("POST", "/auth/login", "none", "core", "login-response", "login-request"),
  signUp: operation("POST", "/merchants/signup", "none", "onboarding", "signup-response", "signup-request"),

  createApplication: operation("POST", "/applications", "jwt", "core", "application", "application-request"),
  setApplicationStatus: operation(
    "PATCH",
    "/applications/{id}/status",
    "jwt",
    "core",
    "application",
    "application-status-request",
  ),
  listApplications: optional(operation("GET", "/applications", "jwt", "core", "application-page")),
  readApplication: optional(operation("GET", "/applications/{id}", "jwt", "core", "application")),

  createApiKey: operation(
    "POST",
    "/applications/{id}/api-keys",
    "jwt",
    "core",
    "api-key-created",
    "api-key-request",
  ),
  listApiKeys: optional(operation("GET", "/applications/{id}/api-keys", "jwt", "core", "api-key-page")),
  revokeApiKey: operation("DELETE", "/applications/{id}/api-keys/{keyId}", "jwt", "core", "empty"),

  linkProvider: operation(
    "POST",
    "/applications/{id}/providers",
    "jwt",
    "providers",
    "provider",
    "provider-link-request",
  ),
  listProviders: operation("GET", "/applications/{id}/providers", "jwt", "providers", "provider-page"),
  setPaymentMethods: operation(
    "PATCH",
    "/applications/{id}/providers/{providerName}/payment-methods",
    "jwt",
    "providers",
    "provider",
    "payment-methods-request",
  ),
  activateProvider: operation(
    "PATCH",
    "/applications/{id}/providers/{providerName}/activate",
    "jwt",
    "providers",
    "provider",
  ),
  deactivateProvider: operation(
    "PATCH",
    "/applications/{id}/providers/{providerName}/deactivate",
    "jwt",
    "providers",
    "provider",
  ),
  rotateProviderKey: operation(
    "PATCH",
    "/applications/{id}/providers/{providerName}/api-key",
    "jwt",
    "providers",
    "empty",
    "provider-api-key-request",
  ),

  createWebhook: operation(
    "POST",
    "/applications/{id}/webhooks",
    "jwt",
    "webhooks",
    "webhook-created",
    "webhook-request",
  ),
  listWebhooks: operation("GET", "/applications/{id}/webhooks", "jwt", "webhooks", "webhook-page"),
  updateWebhook: operation(
    "PATCH",
    "/applications/{id}/webhooks/{webhookId}",
    "jwt",
    "webhooks",
    "webhook",
    "webhook-update-request",
  ),
  deleteWebhook: optional(
    operation("DELETE", "/applications/{id}/webhooks/{webhookId}", "jwt", "webhooks", "empty"),
  ),
  testWebhook: operation(
    "POST",
    "/applications/{id}/webhooks/{webhookId}/test",
    "jwt",
    "webhooks",
    "webhook-test",
  ),

  createSession: operation("POST", "/sessions", "apiKey", "core", "session-created", "session-request"),
  readSession: operation("GET", "/sessions/{sessionId}", "apiKey", "core", "session"),
  createRefund: operation(
    "POST",
    "/sessions/{sessionId}/refunds",
    "apiKey",
    "refunds",
    "refund",
    "refund-request",
  ),
  /** Documented, but its path is not: `target.paths.paymentMethods` names it. */
  listPaymentMethods: optional(operation("GET", "/payment-methods", "apiKey", "core", "payment-methods")),
} as const satisfies Record<string, Operation>;

export type OperationName = keyof typeof operations;

function operation(
  method: Operation["method"],
  path: string,
  credential: CredentialKind,
  capability: Claim,
  response: string,
  request?: string,
): Operation {
  return { method, path, credential, capability, response, ...(request === undefined ? {} : { request }) };
}

function optional(described: Operation): Operation {
  return { ...described, optional: true };
}
