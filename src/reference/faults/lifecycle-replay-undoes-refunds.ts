import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Calls a refunded session SUCCEEDED again when its creation is repeated",
  breaks: "lifecycle/obeys-model",
  wrap: (parts) =>
    replaceOperation(parts, "createSession", async (call, next) => {
      const answer = await next(call);
      const session = parts.sessions.find(String(Object(answer.body).sessionId));
      if (session !== undefined && session.refunds.length > 0) session.status = "SUCCEEDED";
      return answer;
    }),
});
