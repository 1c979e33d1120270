import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Makes keys of eight random bytes",
  breaks: "api-keys/keys-are-unpredictable",
  wrap: (parts) => ({
    ...parts,
    secrets: { ...parts.secrets, apiKey: () => parts.secrets.apiKey().slice(0, "ks_test_".length + 16) },
  }),
});
