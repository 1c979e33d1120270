import { createAccess } from "./access.ts";
import type { Access } from "./access.ts";
import { createAuthenticator } from "./authenticator.ts";
import type { Authenticator } from "./authenticator.ts";
import { createBodyReader } from "./body-reader.ts";
import type { BodyReader } from "./body-reader.ts";
import type { Operations } from "./call.ts";
import { createCheckoutPage } from "./checkout-page.ts";
import type { CheckoutPage } from "./checkout-page.ts";
import { createClock } from "./clock.ts";
import type { Clock } from "./clock.ts";
import { createErrors } from "./errors.ts";
import type { Errors } from "./errors.ts";
import { createEvents } from "./events.ts";
import type { Events } from "./events.ts";
import { createFinisher } from "./finisher.ts";
import type { Finisher } from "./finisher.ts";
import { createFront } from "./front.ts";
import type { Front } from "./front.ts";
import { createIdempotency } from "./idempotency.ts";
import type { Idempotency } from "./idempotency.ts";
import { createInvites } from "./invites.ts";
import type { Invites } from "./invites.ts";
import { createKeyRing } from "./key-ring.ts";
import type { KeyRing } from "./key-ring.ts";
import { createLedger } from "./ledger.ts";
import type { Ledger } from "./ledger.ts";
import { limits } from "./limits.ts";
import type { Limits } from "./limits.ts";
import { createLinks } from "./links.ts";
import type { Links } from "./links.ts";
import { createMoney } from "./money.ts";
import type { Money } from "./money.ts";
import { createNames } from "./names.ts";
import type { Names } from "./names.ts";
import { createOperations } from "./operations.ts";
import { createOutages } from "./outages.ts";
import type { Outages } from "./outages.ts";
import { createOutbound } from "./outbound.ts";
import type { Outbound } from "./outbound.ts";
import { createPager } from "./pager.ts";
import type { Pager } from "./pager.ts";
import { createPasswords } from "./passwords.ts";
import type { Passwords } from "./passwords.ts";
import { createProviderRouter } from "./provider-router.ts";
import type { ProviderRouter } from "./provider-router.ts";
import { createRateLimiter } from "./rate-limiter.ts";
import type { RateLimiter } from "./rate-limiter.ts";
import type { Application, Merchant, Provider, Refund, Session, Webhook } from "./records.ts";
import { createRefundOutcomes } from "./refund-outcomes.ts";
import type { RefundOutcome, RefundOutcomes } from "./refund-outcomes.ts";
import { routes } from "./routes.ts";
import type { Routes } from "./routes.ts";
import { createSecrets } from "./secrets.ts";
import type { Secrets } from "./secrets.ts";
import { createSender } from "./sender.ts";
import type { Sender } from "./sender.ts";
import { createSessionStates } from "./session-states.ts";
import type { SessionStates } from "./session-states.ts";
import { createSigner } from "./signer.ts";
import type { Signer } from "./signer.ts";
import { createStore } from "./store.ts";
import type { Store } from "./store.ts";
import { createTls } from "./tls.ts";
import type { Tls, TlsIdentity } from "./tls.ts";
import { createTokens } from "./tokens.ts";
import type { Tokens } from "./tokens.ts";
import { createUrlGuard } from "./url-guard.ts";
import type { UrlGuard } from "./url-guard.ts";
import { codePoints } from "./validation-rules.ts";
import type { Measure } from "./validation-rules.ts";
import { createViews } from "./views.ts";
import type { Views } from "./views.ts";
import { createValidate } from "./validation.ts";
import type { Validate } from "./validation.ts";

/** Everything the server is made of. Any of it can be wrapped or replaced: whoever needs a part looks it up here, at the moment of need. */
export interface Parts {
  readonly limits: Limits;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly money: Money;
  readonly measure: Measure;

  readonly tls: Tls;
  readonly routes: Routes;
  readonly front: Front;
  readonly rateLimiter: RateLimiter;
  readonly authenticator: Authenticator;
  readonly bodyReader: BodyReader;
  readonly validate: Validate;
  readonly access: Access;
  readonly operations: Operations;
  readonly idempotency: Idempotency;
  readonly pager: Pager;
  readonly views: Views;
  readonly errors: Errors;
  readonly finisher: Finisher;
  readonly links: Links;
  readonly checkoutPage: CheckoutPage;

  readonly passwords: Passwords;
  readonly tokens: Tokens;
  readonly keyRing: KeyRing;
  readonly invites: Invites;
  readonly names: Names;
  readonly router: ProviderRouter;
  readonly outages: Outages;
  readonly sessionStates: SessionStates;
  readonly ledger: Ledger;
  readonly refundOutcomes: RefundOutcomes;

  readonly events: Events;
  readonly signer: Signer;
  readonly sender: Sender;
  readonly urlGuard: UrlGuard;
  readonly outbound: Outbound;

  /** By id, and by e-mail address in lower case. */
  readonly merchants: Store<Merchant>;
  readonly applications: Store<Application>;
  readonly providers: Store<Provider>;
  readonly webhooks: Store<Webhook>;
  readonly sessions: Store<Session>;
  readonly refunds: Store<Refund>;
}

/** The parts as they finally are, after all wrapping. */
export type Use = () => Parts;

export interface PartsOptions {
  readonly clock?: Clock | undefined;
  /** Makes the API speak HTTPS instead of HTTP; the control listener stays as it is. */
  readonly tls?: TlsIdentity | undefined;
  readonly latencyMs?: number | undefined;
  readonly rateLimit?: number | undefined;
  readonly allowLoopbackWebhooks?: boolean | readonly string[] | undefined;
  readonly webhookCa?: string | undefined;
  readonly refundOutcome?: RefundOutcome | undefined;
}

const createStores = () => ({
  merchants: createStore<Merchant>(({ email }) => email.toLowerCase()),
  applications: createStore<Application>(({ merchantId }) => merchantId),
  providers: createStore<Provider>(({ applicationId }) => applicationId),
  webhooks: createStore<Webhook>(({ applicationId }) => applicationId),
  sessions: createStore<Session>(({ applicationId }) => applicationId),
  refunds: createStore<Refund>(({ sessionId }) => sessionId),
});

const createHttpParts = (use: Use, options: PartsOptions) => ({
  tls: createTls(options.tls !== undefined),
  routes,
  front: createFront(use, options.latencyMs ?? 0),
  rateLimiter: createRateLimiter(options.rateLimit),
  authenticator: createAuthenticator(use),
  bodyReader: createBodyReader(use),
  validate: createValidate(use),
  access: createAccess(use),
  operations: createOperations(use),
  idempotency: createIdempotency(use),
  pager: createPager(use),
  views: createViews(use),
  errors: createErrors(use),
  finisher: createFinisher(use),
  links: createLinks(),
  checkoutPage: createCheckoutPage(use),
});

const createPaymentParts = (use: Use, options: PartsOptions) => ({
  passwords: createPasswords(),
  tokens: createTokens(use),
  keyRing: createKeyRing(use),
  invites: createInvites(use),
  names: createNames(use),
  router: createProviderRouter(use),
  outages: createOutages(),
  sessionStates: createSessionStates(use),
  ledger: createLedger(use),
  refundOutcomes: createRefundOutcomes(options.refundOutcome ?? "complete"),
});

const createWebhookParts = (use: Use, options: PartsOptions) => ({
  events: createEvents(use),
  signer: createSigner(use),
  sender: createSender(use),
  urlGuard: createUrlGuard(options.allowLoopbackWebhooks ?? false),
  outbound: createOutbound(use, options.webhookCa),
});

/** The parts of the clean server. */
export const createParts = (use: Use, options: PartsOptions): Parts => ({
  limits,
  clock: options.clock ?? createClock(),
  secrets: createSecrets(),
  money: createMoney(),
  measure: codePoints,
  ...createHttpParts(use, options),
  ...createPaymentParts(use, options),
  ...createWebhookParts(use, options),
  ...createStores(),
});
