import { changeBody, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Reports every success of a test as 200",
  breaks: "webhooks/test-reports-success",
  wrap: (parts) =>
    changeBody(parts, "testWebhook", (result) => ({
      ...result,
      httpStatusCode: result["success"] === true ? 200 : result["httpStatusCode"],
    })),
});
