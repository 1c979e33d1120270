import { changeBody, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Stops the clock before the receiver answers",
  breaks: "webhooks/test-measures-latency",
  wrap: (parts) => changeBody(parts, "testWebhook", (result) => ({ ...result, latencyMs: 0 })),
});
