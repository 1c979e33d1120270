import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Does not say which event it tells of",
  breaks: "webhook-delivery/names-the-event",
  wrap: (parts) => ({
    ...parts,
    sender: {
      ...parts.sender,
      attempt: (webhook, event) => parts.sender.attempt(webhook, { ...event, type: "event" }),
    },
  }),
});
