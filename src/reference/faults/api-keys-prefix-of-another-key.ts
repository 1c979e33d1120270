import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Makes the prefix from the end of a key",
  breaks: "api-keys/issues-full-key",
  wrap: (parts) => ({
    ...parts,
    secrets: { ...parts.secrets, keyPrefix: (fullKey) => `ks_test_${fullKey.slice(-4)}` },
  }),
});
