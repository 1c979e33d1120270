import { changeBody, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Reports a receiver that fails as one that can't be reached",
  breaks: "webhooks/test-reports-failure-status",
  wrap: (parts) =>
    changeBody(parts, "testWebhook", (result) =>
      Number(result["httpStatusCode"]) < 500
        ? result
        : { ...result, httpStatusCode: null, responseBody: null },
    ),
});
