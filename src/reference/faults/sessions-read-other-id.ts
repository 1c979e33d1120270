import { changeBody, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Reads a session under the id of its application",
  breaks: "sessions/reads-back",
  wrap: (parts) =>
    changeBody(parts, "readSession", (session, { principal }) => ({
      ...session,
      id: principal.kind === "application" ? principal.applicationId : session["id"],
    })),
});
