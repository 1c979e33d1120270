import type { IssuedKey } from "./key-ring.ts";
import type { Use } from "./parts.ts";
import type { ApiKey, Application, Provider, Refund, Session, Webhook } from "./records.ts";
import type { SignUpOrder } from "./validation.ts";

type Json = Readonly<Record<string, unknown>>;

/** How each thing looks in JSON. */
export interface Views {
  instant(milliseconds: number): string;
  signUp(order: SignUpOrder): Json;
  application(application: Application): Json;
  apiKey(key: ApiKey): Json;
  /** The only look at the full key there will ever be. */
  issuedKey(issued: IssuedKey): Json;
  provider(provider: Provider): Json;
  webhook(webhook: Webhook): Json;
  /** The only look at the signing secret there will ever be. */
  createdWebhook(webhook: Webhook): Json;
  createdSession(session: Session): Json;
  session(session: Session): Json;
  /** A refund as its creation answers it … */
  createdRefund(refund: Refund): Json;
  /** … and as its session lists it. */
  listedRefund(refund: Refund): Json;
  sessionEvent(session: Session): Json;
  refundEvent(refund: Refund): Json;
}

type Instant = (milliseconds: number) => string;

const spelled = new Map<number, string>();

/** Remembers what it spelled: a record is shown many times, and spelling its instants takes long. */
const spell: Instant = (milliseconds) => {
  const text = spelled.get(milliseconds) ?? new Date(milliseconds).toISOString();
  if (spelled.size >= 10_000) spelled.clear();
  spelled.set(milliseconds, text);
  return text;
};

const maybe = (instant: Instant, milliseconds: number | null): string | null =>
  milliseconds === null ? null : instant(milliseconds);

const showKey = (key: ApiKey, instant: Instant): Json => ({
  id: key.id,
  applicationId: key.applicationId,
  keyPrefix: key.keyPrefix,
  description: key.description,
  createdAt: instant(key.createdAt),
});

const showProvider = (use: Use, provider: Provider): Json => ({
  applicationId: provider.applicationId,
  provider: provider.name,
  isActive: provider.isActive,
  paymentMethods: provider.paymentMethods,
  keyFingerprint: use().secrets.fingerprint(provider.apiKey),
  createdAt: use().views.instant(provider.createdAt),
  updatedAt: use().views.instant(provider.updatedAt),
});

const showWebhook = (use: Use, webhook: Webhook): Json => ({
  id: webhook.id,
  url: webhook.url,
  isActive: webhook.isActive,
  keyFingerprint: use().secrets.fingerprint(webhook.signingSecret),
  subscribedEvents: webhook.subscribedEvents,
  lastTestAt: maybe(use().views.instant, webhook.lastTestAt),
  lastTestStatus: webhook.lastTestStatus,
  createdAt: use().views.instant(webhook.createdAt),
  updatedAt: maybe(use().views.instant, webhook.updatedAt),
});

const showCreatedSession = (use: Use, session: Session): Json => ({
  sessionId: session.id,
  checkoutUrl: use().links.checkout(session),
  status: session.status,
  routing: { selectedProvider: session.providerName, score: session.score },
  expiresAt: use().views.instant(session.expiresAt),
  createdAt: use().views.instant(session.createdAt),
});

const showSession = (use: Use, session: Session): Json => ({
  id: session.id,
  orderReference: session.order.orderReference,
  status: session.status,
  failureReason: session.failureReason,
  providerName: session.providerName,
  paymentMethod: session.order.paymentMethod,
  expiresAt: use().views.instant(session.expiresAt),
  createdAt: use().views.instant(session.createdAt),
  updatedAt: use().views.instant(session.updatedAt),
  refunds: session.refunds.map((refund) => use().views.listedRefund(refund)),
});

const showRefund = (use: Use, refund: Refund): Json => ({
  status: refund.status,
  amount: use().money.toMajor(refund.amount),
  currency: refund.currency,
  reason: refund.reason,
  createdAt: use().views.instant(refund.createdAt),
});

export const createViews = (use: Use): Views => ({
  instant: spell,
  signUp: ({ organization, admin: { email, firstName, lastName } }) => ({
    organization,
    admin: { email, firstName, lastName },
  }),
  application: ({ id, name, description, isEnabled, createdAt }) => ({
    id,
    name,
    description,
    isEnabled,
    createdAt: use().views.instant(createdAt),
  }),
  apiKey: (key) => showKey(key, use().views.instant),
  issuedKey: ({ key, fullKey }) => ({ ...use().views.apiKey(key), fullKey }),
  provider: (provider) => showProvider(use, provider),
  webhook: (webhook) => showWebhook(use, webhook),
  createdWebhook: (webhook) => ({ ...use().views.webhook(webhook), signingSecret: webhook.signingSecret }),
  createdSession: (session) => showCreatedSession(use, session),
  session: (session) => showSession(use, session),
  createdRefund: (refund) => ({
    refundId: refund.id,
    sessionId: refund.sessionId,
    ...showRefund(use, refund),
  }),
  listedRefund: (refund) => ({
    id: refund.id,
    ...showRefund(use, refund),
    failureReason: refund.failureReason,
    updatedAt: use().views.instant(refund.updatedAt),
  }),
  sessionEvent: (session) => {
    const { id, ...rest } = use().views.session(session);
    return { sessionId: id, ...rest };
  },
  refundEvent: (refund) => ({
    ...use().views.createdRefund(refund),
    failureReason: refund.failureReason,
  }),
});
