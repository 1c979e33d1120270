import { defineFault, replaceOperation } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Answers 502 itself when a receiver can't be reached",
  breaks: "webhooks/test-reports-network-failure",
  wrap: (parts) =>
    replaceOperation(parts, "testWebhook", async (call, next) => {
      const answer = await next(call);
      if (Object(answer.body)["httpStatusCode"] === null)
        throw new Refusal(502, "The receiver cannot be reached");
      return answer;
    }),
});
