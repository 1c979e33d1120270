import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Delivers sessions for good to the address at which the first was delivered",
  breaks: "webhook-delivery/follows-its-address",
  wrap: (parts) => {
    const used = new Map<string, string>();
    return {
      ...parts,
      sender: {
        ...parts.sender,
        attempt: (webhook, event) => {
          if (event.type === "webhook.test") return parts.sender.attempt(webhook, event);
          const url = used.get(webhook.id) ?? webhook.url;
          used.set(webhook.id, url);
          return parts.sender.attempt({ ...webhook, url }, event);
        },
      },
    };
  },
});
