import { changeBody, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Reports the receiver's answer for failures only",
  breaks: "webhooks/test-reports-success",
  wrap: (parts) =>
    changeBody(parts, "testWebhook", (result) => ({
      ...result,
      responseBody: result["success"] === true ? null : result["responseBody"],
    })),
});
