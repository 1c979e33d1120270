import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Creates a session for the application that its body names",
  breaks: "isolation/owner-in-the-body",
  wrap: (parts) =>
    replaceOperation(parts, "createSession", async (call, next) => {
      const { applicationId } = Object(call.body) as { readonly applicationId?: string };
      const named = parts.applications.find(applicationId ?? "");
      if (named === undefined || call.principal.kind !== "application") return next(call);
      const order = parts.validate.createSession(call.body);
      const session = { ...call, body: order };
      const answer = await next(session);
      const { sessionId } = Object(answer.body) as { readonly sessionId?: string };
      const made = parts.sessions.find(sessionId ?? "");
      if (made !== undefined) {
        parts.sessions.remove(made.id);
        parts.sessions.add({ ...made, applicationId: named.id });
      }
      return answer;
    }),
});
