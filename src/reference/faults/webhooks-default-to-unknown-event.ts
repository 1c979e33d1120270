import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Has an event among the defaults that nobody may ask for",
  breaks: "webhooks/default-events",
  wrap: (parts) => ({
    ...parts,
    events: { ...parts.events, defaults: [...parts.events.defaults, "session.refunded"] },
  }),
});
