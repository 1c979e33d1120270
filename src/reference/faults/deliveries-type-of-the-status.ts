import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Names an event by the session's status",
  breaks: "webhook-delivery/names-the-event",
  wrap: (parts) => ({
    ...parts,
    sender: {
      ...parts.sender,
      attempt: (webhook, event) =>
        parts.sender.attempt(webhook, {
          ...event,
          type: String(Object(event.data)["status"] ?? event.type),
        }),
    },
  }),
});
