import type { Suite } from "../src/suite/index.ts";
import apiKeys from "./api-keys.suite.ts";
import applications from "./applications.suite.ts";
import authentication from "./authentication.suite.ts";
import errorEnvelope from "./error-envelope.suite.ts";
import idempotency from "./idempotency.suite.ts";
import isolation from "./isolation.suite.ts";
import lifecycle from "./lifecycle.suite.ts";
import onboarding from "./onboarding.suite.ts";
import pagination from "./pagination.suite.ts";
import paymentMethods from "./payment-methods.suite.ts";
import providers from "./providers.suite.ts";
import refunds from "./refunds.suite.ts";
import requestFormat from "./request-format.suite.ts";
import sessions from "./sessions.suite.ts";
import tokenForgery from "./token-forgery.suite.ts";
import tokenLifetime from "./token-lifetime.suite.ts";
import transport from "./transport.suite.ts";
import validation from "./validation.suite.ts";
import webhookDelivery from "./webhook-delivery.suite.ts";
import webhooks from "./webhooks.suite.ts";

/** The chapters of the contract, in its order. */
export const suites: readonly Suite[] = [
  authentication,
  tokenLifetime,
  tokenForgery,
  apiKeys,
  requestFormat,
  errorEnvelope,
  idempotency,
  pagination,
  applications,
  providers,
  sessions,
  paymentMethods,
  refunds,
  webhooks,
  webhookDelivery,
  isolation,
  onboarding,
  validation,
  lifecycle,
  transport,
];
