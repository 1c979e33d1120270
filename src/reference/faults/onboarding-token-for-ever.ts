import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Never looks at how old a token is",
  breaks: "onboarding/token-expired",
  wrap: (parts) => ({ ...parts, limits: { ...parts.limits, inviteSeconds: 86_400 } }),
});
