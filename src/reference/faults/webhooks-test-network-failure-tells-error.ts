import { changeBody, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Reports the error of the connection as the receiver's answer",
  breaks: "webhooks/test-reports-network-failure",
  wrap: (parts) =>
    changeBody(parts, "testWebhook", (result) => ({
      ...result,
      responseBody: result["responseBody"] ?? "socket hang up",
    })),
});
