import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Gives a session an hour more whenever it is read",
  breaks: "sessions/reading-moves-no-end",
  wrap: (parts) =>
    replaceOperation(parts, "readSession", (call, next) => {
      const session = parts.access.session(call);
      if (session.status === "PENDING")
        Object.assign(session, { expiresAt: parts.clock.now() + parts.limits.sessionSeconds * 1000 });
      return next(call);
    }),
});
