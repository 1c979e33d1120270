import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Accepts passwords of fewer than 32 characters only",
  breaks: "onboarding/password-length",
  wrap: (parts) => ({ ...parts, limits: { ...parts.limits, passwordMost: 31 } }),
});
