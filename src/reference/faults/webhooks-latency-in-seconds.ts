import { changeBody, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Reports the latency of a test in seconds",
  breaks: "webhooks/test-measures-latency",
  wrap: (parts) =>
    changeBody(parts, "testWebhook", (result) => ({
      ...result,
      latencyMs: Number(result["latencyMs"]) / 1000,
    })),
});
