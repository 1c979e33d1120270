import { changeBody, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Answers of every third session that it ends when it begins",
  breaks: "sessions/creates",
  wrap: (parts) => {
    let count = 0;
    return changeBody(parts, "createSession", (session) => {
      count += 1;
      return count % 3 === 0 ? { ...session, expiresAt: session["createdAt"] } : session;
    });
  },
});
