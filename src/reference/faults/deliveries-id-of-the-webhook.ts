import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Gives all events of a webhook one id",
  breaks: "webhook-delivery/event-ids-are-unique",
  wrap: (parts) => ({
    ...parts,
    sender: {
      ...parts.sender,
      attempt: (webhook, event) => parts.sender.attempt(webhook, { ...event, id: webhook.id }),
    },
  }),
});
