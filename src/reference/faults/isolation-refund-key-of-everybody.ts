import type { Answer } from "../call.ts";
import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Answers a refund key with the refund that was made under it, whoever asks",
  breaks: "isolation/another-applications-idempotency-key",
  wrap: (parts) => {
    const answers = new Map<string, { readonly sessionId: string | undefined; readonly answer: Answer }>();
    return replaceOperation(parts, "createRefund", async (call, next) => {
      const key = parts.idempotency.refundKey(call);
      const known = answers.get(key);
      if (known !== undefined && known.sessionId !== call.params["sessionId"]) return known.answer;
      const answer = await next(call);
      answers.set(key, { sessionId: call.params["sessionId"], answer });
      return answer;
    });
  },
});
