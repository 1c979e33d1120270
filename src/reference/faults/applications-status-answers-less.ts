import { changeBody, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Answers a change of status with id and status only",
  breaks: "applications/answers-match-schema",
  wrap: (parts) =>
    changeBody(parts, "setApplicationStatus", ({ id, name, isEnabled }) => ({ id, name, isEnabled })),
});
