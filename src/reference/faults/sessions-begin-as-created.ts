import { changeBody, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Calls a new session CREATED",
  breaks: "sessions/creates",
  wrap: (parts) => changeBody(parts, "createSession", (session) => ({ ...session, status: "CREATED" })),
});
