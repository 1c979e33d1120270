import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes a provider's name of 101 characters",
  breaks: "providers/name-limit",
  wrap: (parts) => ({ ...parts, limits: { ...parts.limits, providerName: 101 } }),
});
