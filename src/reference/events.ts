import type { Use } from "./parts.ts";
import type { Refund, Session } from "./records.ts";

export interface Event {
  readonly id: string;
  readonly type: string;
  readonly createdAt: string;
  readonly data: unknown;
}

/** What happened, told to the webhooks that asked for it. */
export interface Events {
  readonly names: readonly string[];
  /** What a webhook gets that did not say. */
  readonly defaults: readonly string[];
  create(type: string, data: unknown): Event;
  ofSession(type: string, session: Session): void;
  ofRefund(type: string, refund: Refund, session: Session): void;
  publish(applicationId: string, event: Event): void;
}

const names = ["session.completed", "session.expired", "session.failed", "refund.completed", "refund.failed"];

export const createEvents = (use: Use): Events => ({
  names,
  defaults: names,
  create: (type, data) => {
    const createdAt = use().views.instant(use().clock.now());
    return { id: use().secrets.id(), type, createdAt, data };
  },
  ofSession: (type, session) => {
    const data = use().views.sessionEvent(session);
    use().events.publish(session.applicationId, use().events.create(type, data));
  },
  ofRefund: (type, refund, session) => {
    const data = use().views.refundEvent(refund);
    use().events.publish(session.applicationId, use().events.create(type, data));
  },
  publish: (applicationId, event) => {
    for (const webhook of use().webhooks.of(applicationId)) {
      if (webhook.isActive && webhook.subscribedEvents.includes(event.type))
        use().sender.deliver(webhook, event);
    }
  },
});
