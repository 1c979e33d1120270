import type { Answer } from "../call.ts";
import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Reports a success without having sent anything, once a test of the webhook succeeded",
  breaks: "webhooks/test-is-recorded",
  wrap: (parts) => {
    const lastSuccess = new Map<string, Answer>();
    return replaceOperation(parts, "testWebhook", async (call, next) => {
      const id = call.params["webhookId"] ?? "";
      const answer = lastSuccess.get(id) ?? (await next(call));
      if (Object(answer.body)["success"] === true) lastSuccess.set(id, answer);
      return answer;
    });
  },
});
