import { changeBody, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Answers that a new application is disabled",
  breaks: "applications/creates",
  wrap: (parts) => changeBody(parts, "createApplication", (body) => ({ ...body, isEnabled: false })),
});
