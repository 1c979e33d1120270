import { changeBody, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Answers the routing of a new session without its score",
  breaks: "sessions/answers-match-schema",
  wrap: (parts) =>
    changeBody(parts, "createSession", ({ routing, ...session }) => ({
      ...session,
      routing: { selectedProvider: (routing as { selectedProvider: unknown }).selectedProvider },
    })),
});
