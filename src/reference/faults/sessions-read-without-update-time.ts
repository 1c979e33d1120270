import { changeBody, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Reads sessions without the time of their last change",
  breaks: "sessions/answers-match-schema",
  wrap: (parts) => changeBody(parts, "readSession", (session) => ({ ...session, updatedAt: undefined })),
});
