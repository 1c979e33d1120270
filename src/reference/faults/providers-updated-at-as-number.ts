import { changeBody, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Tells in milliseconds when a provider was deactivated",
  breaks: "providers/answers-match-schema",
  wrap: (parts) =>
    changeBody(parts, "deactivateProvider", (body) => ({
      ...body,
      updatedAt: Date.parse(String(body["updatedAt"])),
    })),
});
