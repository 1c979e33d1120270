import { changeBody, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Reads another end of a session than its creation answered",
  breaks: "sessions/reads-back",
  wrap: (parts) =>
    changeBody(parts, "readSession", (session) => ({
      ...session,
      expiresAt: parts.views.instant(Date.parse(String(session["createdAt"])) + 1_800_000),
    })),
});
