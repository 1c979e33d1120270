import { changeBody, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Counts a test as a success unless the receiver fails",
  breaks: "webhooks/test-reports-failure-status",
  wrap: (parts) =>
    changeBody(parts, "testWebhook", (result) => ({
      ...result,
      success: result["httpStatusCode"] !== null && Number(result["httpStatusCode"]) < 500,
    })),
});
