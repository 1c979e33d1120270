import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Delivers once, whatever comes of it",
  breaks: "webhook-delivery/retries-failures",
  wrap: (parts) => ({ ...parts, limits: { ...parts.limits, webhookRetryDelaysMs: [] } }),
});
