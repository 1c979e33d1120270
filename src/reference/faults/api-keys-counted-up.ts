import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Counts its keys up",
  breaks: "api-keys/keys-are-unpredictable",
  wrap: (parts) => {
    let count = 0x1000;
    return {
      ...parts,
      secrets: {
        ...parts.secrets,
        apiKey: () => `ks_test_${(count++).toString(16).padStart(48, "a3f05c7d91b2e684")}`,
      },
    };
  },
});
