import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes descriptions of any length",
  breaks: "applications/description-limit",
  wrap: (parts) => ({ ...parts, limits: { ...parts.limits, applicationDescription: Infinity } }),
});
