import type { Event } from "../events.ts";
import { defineFault } from "../fault.ts";
import type { Webhook } from "../records.ts";

export const fault = defineFault({
  title: "Delivers again without the data",
  breaks: "webhook-delivery/retries-failures",
  wrap: (parts) => {
    const sent = new Set<string>();
    const attempt = (webhook: Webhook, event: Event) => {
      const isAgain = sent.has(event.id + webhook.id);
      sent.add(event.id + webhook.id);
      return parts.sender.attempt(webhook, isAgain ? { ...event, data: {} } : event);
    };
    return { ...parts, sender: { ...parts.sender, attempt } };
  },
});
