import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes descriptions of less than 250 characters only",
  breaks: "applications/description-limit",
  wrap: (parts) => ({ ...parts, limits: { ...parts.limits, applicationDescription: 249 } }),
});
