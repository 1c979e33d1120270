import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes descriptions of one character fewer than documented",
  breaks: "api-keys/limits-description",
  wrap: (parts) => ({ ...parts, limits: { ...parts.limits, apiKeyDescription: 49 } }),
});
