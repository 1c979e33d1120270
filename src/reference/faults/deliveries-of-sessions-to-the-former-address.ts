import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Delivers all but tests to the address that a webhook was created with",
  breaks: "webhook-delivery/follows-its-address",
  wrap: (parts) => {
    const created = new Map<string, string>();
    return {
      ...parts,
      webhooks: {
        ...parts.webhooks,
        add: (webhook) => {
          created.set(webhook.id, webhook.url);
          parts.webhooks.add(webhook);
        },
      },
      sender: {
        ...parts.sender,
        attempt: (webhook, event) =>
          parts.sender.attempt(
            event.type !== "webhook.test"
              ? { ...webhook, url: created.get(webhook.id) ?? webhook.url }
              : webhook,
            event,
          ),
      },
    };
  },
});
