import type { BodyRule } from "./body-reader.ts";
import type { Credential, OperationName } from "./call.ts";

export interface RouteEntry {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  readonly path: string;
  readonly credential: Credential;
  readonly body: BodyRule;
}

export type Routes = Readonly<Record<OperationName, RouteEntry>>;

type Method = RouteEntry["method"];

const base = "/api/v1";
const application = `${base}/applications/{applicationId}`;
const key = `${application}/api-keys/{keyId}`;
const provider = `${application}/providers/{providerName}`;
const webhook = `${application}/webhooks/{webhookId}`;

const open = (method: Method, path: string, body: BodyRule): RouteEntry => ({
  method,
  path,
  credential: "none",
  body,
});

const managed = (method: Method, path: string, body: BodyRule = "none"): RouteEntry => ({
  method,
  path,
  credential: "merchant",
  body,
});

const paid = (method: Method, path: string, body: BodyRule = "none"): RouteEntry => ({
  method,
  path,
  credential: "application",
  body,
});

/** Which request means which operation, who may ask for it, and whether it takes a body. */
export const routes: Routes = {
  login: open("POST", `${base}/auth/login`, "required"),
  signUp: open("POST", `${base}/merchants/signup`, "required"),
  createApplication: managed("POST", `${base}/applications`, "required"),
  listApplications: managed("GET", `${base}/applications`),
  readApplication: managed("GET", application),
  setApplicationStatus: managed("PATCH", `${application}/status`, "required"),
  createApiKey: managed("POST", `${application}/api-keys`, "required"),
  listApiKeys: managed("GET", `${application}/api-keys`),
  revokeApiKey: managed("DELETE", key),
  linkProvider: managed("POST", `${application}/providers`, "required"),
  listProviders: managed("GET", `${application}/providers`),
  setPaymentMethods: managed("PATCH", `${provider}/payment-methods`, "required"),
  activateProvider: managed("PATCH", `${provider}/activate`),
  deactivateProvider: managed("PATCH", `${provider}/deactivate`),
  rotateProviderKey: managed("PATCH", `${provider}/api-key`, "required"),
  createWebhook: managed("POST", `${application}/webhooks`, "required"),
  listWebhooks: managed("GET", `${application}/webhooks`),
  updateWebhook: managed("PATCH", webhook, "required"),
  deleteWebhook: managed("DELETE", webhook),
  testWebhook: managed("POST", `${webhook}/test`),
  createSession: paid("POST", `${base}/sessions`, "required"),
  readSession: paid("GET", `${base}/sessions/{sessionId}`),
  createRefund: paid("POST", `${base}/sessions/{sessionId}/refunds`, "optional"),
  listPaymentMethods: paid("GET", `${base}/payment-methods`),
  showCheckout: open("GET", "/checkout/{sessionId}", "none"),
  submitCheckout: open("POST", "/checkout/{sessionId}/{action}", "none"),
};
