import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes names of up to 99 characters",
  breaks: "applications/name-limit",
  wrap: (parts) => ({ ...parts, limits: { ...parts.limits, applicationName: 99 } }),
});
