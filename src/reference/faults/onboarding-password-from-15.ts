import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Accepts passwords from 15 characters on",
  breaks: "onboarding/password-length",
  wrap: (parts) => ({ ...parts, limits: { ...parts.limits, passwordLeast: 15 } }),
});
