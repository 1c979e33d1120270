import { changeBody, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Changes a session when it is read",
  breaks: "sessions/reading-changes-nothing",
  wrap: (parts) =>
    changeBody(parts, "readSession", (session) => ({
      ...session,
      updatedAt: parts.views.instant(parts.clock.now()),
    })),
});
