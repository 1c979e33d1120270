import { changeBody, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Answers the time of a creation in seconds",
  breaks: "applications/answers-match-schema",
  wrap: (parts) =>
    changeBody(parts, "createApplication", (body) => ({
      ...body,
      createdAt: Math.floor(parts.clock.now() / 1000),
    })),
});
