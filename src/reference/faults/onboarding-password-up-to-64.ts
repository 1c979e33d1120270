import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Accepts passwords of up to 64 characters",
  breaks: "onboarding/password-length",
  wrap: (parts) => ({ ...parts, limits: { ...parts.limits, passwordMost: 64 } }),
});
