import { changeBody, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Reports a receiver that can't be reached as 502",
  breaks: "webhooks/test-reports-network-failure",
  wrap: (parts) =>
    changeBody(parts, "testWebhook", (result) => ({
      ...result,
      httpStatusCode: result["httpStatusCode"] ?? 502,
    })),
});
