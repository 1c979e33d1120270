import { randomBytes } from "node:crypto";
import { defineDialect } from "../fault.ts";
import type { Dialect } from "../fault.ts";
import { Refusal } from "../refusal.ts";
import { late, sendAs } from "./sending.ts";
import { bare } from "./signing.ts";

/** Webhooks and what is sent to them. */
export const webhooks: Readonly<Record<string, Dialect>> = {
  "signatures-in-base64": defineDialect({
    title: "Signs the raw body alone, in base64, in another header, under the decoded secret",
    wrap: (parts) => ({
      ...parts,
      secrets: { ...parts.secrets, signingSecret: () => `whsec_${randomBytes(24).toString("base64")}` },
      signer: bare(parts.signer),
    }),
  }),

  "documented-events-only": defineDialect({
    title: "Knows the documented events only, and sends one of them unless told otherwise",
    wrap: (parts) => ({
      ...parts,
      events: {
        ...parts.events,
        names: ["session.completed", "session.expired", "refund.failed"],
        defaults: ["session.completed"],
      },
    }),
  }),

  "internal-addresses-fail-late": defineDialect({
    title: "Takes webhooks at internal addresses, and reports a failure when they are tested",
    wrap: late,
  }),

  "events-in-other-words": defineDialect({
    title: "Sends events with other member names",
    wrap: (parts) => ({
      ...parts,
      sender: { ...parts.sender, attempt: sendAs(parts) },
    }),
  }),

  "test-status-is-a-number": defineDialect({
    title: "Tells the status of the last test as 1 or 0",
    wrap: (parts) => ({
      ...parts,
      views: {
        ...parts.views,
        webhook: (webhook) => ({
          ...parts.views.webhook(webhook),
          lastTestStatus:
            webhook.lastTestStatus === null ? null : Number(webhook.lastTestStatus === "SUCCESS"),
        }),
      },
    }),
  }),

  "latency-with-fractions": defineDialect({
    title: "Tells the latency to the microsecond",
    wrap: (parts) => ({
      ...parts,
      sender: {
        ...parts.sender,
        test: async (webhook) => {
          const result = await parts.sender.test(webhook);
          return { ...result, latencyMs: result.latencyMs + 0.125 };
        },
      },
    }),
  }),

  "inactive-webhooks-untested": defineDialect({
    title: "Refuses to test a webhook that is not active",
    wrap: (parts) => ({
      ...parts,
      sender: {
        ...parts.sender,
        test: async (webhook) => {
          if (!webhook.isActive) throw new Refusal(409, "The webhook is not active");
          return parts.sender.test(webhook);
        },
      },
    }),
  }),

  "retries-after-a-second": defineDialect({
    title: "Tries once more, after a second",
    wrap: (parts) => ({ ...parts, limits: { ...parts.limits, webhookRetryDelaysMs: [1000] } }),
  }),

  "nothing-to-change-is-400": defineDialect({
    title: "Refuses to change nothing of a webhook",
    wrap: (parts) => ({
      ...parts,
      validate: {
        ...parts.validate,
        updateWebhook: (body) => {
          const change = parts.validate.updateWebhook(body);
          if (Object.keys(change).length === 0) throw new Refusal(400, "There is nothing to change");
          return change;
        },
      },
    }),
  }),
};
