import { setMaxListeners } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import type { Event } from "./events.ts";
import type { Posted } from "./outbound.ts";
import type { Use } from "./parts.ts";
import type { Webhook } from "./records.ts";

export interface TestResult {
  readonly success: boolean;
  readonly httpStatusCode: number | null;
  readonly responseBody: string | null;
  readonly latencyMs: number;
  readonly deliveredAt: string;
}

/** Carries events to webhooks. */
export interface Sender {
  /** In the background, with a few retries; never throws. */
  deliver(webhook: Webhook, event: Event): void;
  /** One attempt to be judged by its result, recorded on the webhook. */
  test(webhook: Webhook): Promise<TestResult>;
  /** One signed POST; undefined when the network failed. */
  attempt(webhook: Webhook, event: Event): Promise<Posted | undefined>;
  isAccepted(posted: Posted | undefined): boolean;
  shorten(text: string): string;
  stop(): void;
}

const deliver = async (use: Use, webhook: Webhook, event: Event, signal: AbortSignal): Promise<void> => {
  for (const pause of [0, ...use().limits.webhookRetryDelaysMs]) {
    if (pause > 0) await delay(pause, undefined, { signal, ref: false });
    const isWanted = webhook.isActive && use().webhooks.find(webhook.id) !== undefined;
    if (!isWanted || signal.aborted) return;
    if (use().sender.isAccepted(await use().sender.attempt(webhook, event))) return;
  }
};

const attempt = async (use: Use, webhook: Webhook, event: Event): Promise<Posted | undefined> => {
  const body = JSON.stringify(event);
  try {
    return await use().outbound.post(webhook.url, body, use().signer.headers(body, webhook.signingSecret));
  } catch {
    return undefined;
  }
};

const test = async (use: Use, webhook: Webhook): Promise<TestResult> => {
  const { sender, events, clock, views } = use();
  const startedAt = performance.now();
  const posted = await sender.attempt(webhook, events.create("webhook.test", { webhookId: webhook.id }));
  const success = sender.isAccepted(posted);
  webhook.lastTestAt = clock.now();
  webhook.lastTestStatus = success ? "SUCCESS" : "FAILED";
  return {
    success,
    httpStatusCode: posted?.status ?? null,
    responseBody: posted === undefined ? null : sender.shorten(posted.text),
    latencyMs: Math.round(performance.now() - startedAt),
    deliveredAt: views.instant(webhook.lastTestAt),
  };
};

export const createSender = (use: Use): Sender => {
  const stopping = new AbortController();
  // Each delivery that waits for its next try listens.
  setMaxListeners(0, stopping.signal);
  return {
    deliver: (webhook, event) => {
      // All that can go wrong in here is being stopped.
      deliver(use, webhook, event, stopping.signal).catch(() => undefined);
    },
    test: (webhook) => test(use, webhook),
    attempt: (webhook, event) => attempt(use, webhook, event),
    isAccepted: (posted) => posted !== undefined && posted.status >= 200 && posted.status < 300,
    shorten: (text) => [...text].slice(0, use().limits.webhookResponseBody).join(""),
    stop: () => stopping.abort(),
  };
};
