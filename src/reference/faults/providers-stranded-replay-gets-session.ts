import { defineFault, replaceOperation } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Answers the retry of an order that nobody took with a session",
  breaks: "providers/none-eligible",
  wrap: (parts) => {
    const stranded = new Map<string, string>();
    return replaceOperation(parts, "createSession", async (call, next) => {
      const key = parts.idempotency.sessionKey(call);
      const sessionId = stranded.get(key);
      if (sessionId !== undefined) return { status: 201, body: { sessionId, status: "PENDING" } };
      try {
        return await next(call);
      } catch (error) {
        if (error instanceof Refusal && error.status === 422) stranded.set(key, parts.secrets.id());
        throw error;
      }
    });
  },
});
