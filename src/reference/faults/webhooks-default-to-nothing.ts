import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Subscribes webhooks that ask for no events to none",
  breaks: "webhooks/default-events",
  wrap: (parts) => ({ ...parts, events: { ...parts.events, defaults: [] } }),
});
