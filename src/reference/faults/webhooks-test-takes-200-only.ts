import { changeBody, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Counts a test as a success if the receiver answers 200 only",
  breaks: "webhooks/test-reports-success",
  wrap: (parts) =>
    changeBody(parts, "testWebhook", (result) => ({ ...result, success: result["httpStatusCode"] === 200 })),
});
