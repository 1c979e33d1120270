import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Issues keys without the start that tells what they are",
  breaks: "api-keys/issues-full-key",
  wrap: (parts) => ({
    ...parts,
    secrets: { ...parts.secrets, apiKey: () => parts.secrets.apiKey().replace("ks_test_", "kst_") },
  }),
});
