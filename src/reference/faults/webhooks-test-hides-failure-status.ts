import { changeBody, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Reports no status where a test failed",
  breaks: "webhooks/test-reports-failure-status",
  wrap: (parts) =>
    changeBody(parts, "testWebhook", (result) => ({
      ...result,
      httpStatusCode: result["success"] === true ? result["httpStatusCode"] : null,
    })),
});
