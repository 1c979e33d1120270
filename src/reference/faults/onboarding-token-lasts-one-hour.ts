import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Lets a token die after one hour",
  breaks: "onboarding/token-lasts",
  wrap: (parts) => ({ ...parts, limits: { ...parts.limits, inviteSeconds: 3600 } }),
});
