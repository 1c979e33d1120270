import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Keeps a whole key for its prefix",
  breaks: "api-keys/issues-full-key",
  wrap: (parts) => ({ ...parts, secrets: { ...parts.secrets, keyPrefix: (fullKey) => fullKey } }),
});
