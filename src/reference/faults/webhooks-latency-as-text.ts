import { changeBody, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Reports the latency of a test as a text with its unit",
  breaks: "webhooks/answers-match-schema",
  wrap: (parts) =>
    changeBody(parts, "testWebhook", (result) => ({
      ...result,
      latencyMs: `${String(result["latencyMs"])} ms`,
    })),
});
