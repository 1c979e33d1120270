import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes names of up to 255 characters",
  breaks: "applications/name-limit",
  wrap: (parts) => ({ ...parts, limits: { ...parts.limits, applicationName: 255 } }),
});
