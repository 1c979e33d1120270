import { changeBody, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Answers a change of status with the application as it was before",
  breaks: "applications/toggles-status",
  wrap: (parts) => {
    const answered = new Map<unknown, unknown>();
    return changeBody(parts, "setApplicationStatus", (body) => {
      const before = answered.get(body["id"]) ?? true;
      answered.set(body["id"], body["isEnabled"]);
      return { ...body, isEnabled: before };
    });
  },
});
