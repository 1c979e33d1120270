import { changeBody, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Shows the time of the last change in another time zone's hours",
  breaks: "sessions/updated-after-created",
  wrap: (parts) =>
    changeBody(parts, "readSession", (session) => ({
      ...session,
      updatedAt: parts.views.instant(Date.parse(String(session["updatedAt"])) - 3 * 3_600_000),
    })),
});
