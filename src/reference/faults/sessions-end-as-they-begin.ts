import { changeBody, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Answers that a new session ends when it begins",
  breaks: "sessions/creates",
  wrap: (parts) =>
    changeBody(parts, "createSession", (session) => ({
      ...session,
      expiresAt: session["createdAt"],
    })),
});
