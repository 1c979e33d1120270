import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Cancels the application's open sessions when one of its API keys is revoked",
  breaks: "sessions/outlives-its-key",
  wrap: (parts) =>
    replaceOperation(parts, "revokeApiKey", async (call, next) => {
      const answer = await next(call);
      for (const session of parts.sessions.of(parts.access.application(call).id))
        if (session.status === "PENDING") parts.sessionStates.move(session, "FAILED", "CANCELLED");
      return answer;
    }),
});
