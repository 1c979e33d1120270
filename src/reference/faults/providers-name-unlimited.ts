import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes a provider's name of any length",
  breaks: "providers/name-limit",
  wrap: (parts) => ({ ...parts, limits: { ...parts.limits, providerName: Infinity } }),
});
