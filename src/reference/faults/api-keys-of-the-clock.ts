import { createHash } from "node:crypto";
import { defineFault } from "../fault.ts";

const hex = (text: string, length: number): string =>
  createHash("sha256").update(text).digest("hex").slice(0, length);

export const fault = defineFault({
  title: "Makes the first half of a key from the hour, and only the rest by chance",
  breaks: "api-keys/keys-are-unpredictable",
  wrap: (parts) => ({
    ...parts,
    secrets: {
      ...parts.secrets,
      apiKey: () => {
        const hour = Math.floor(parts.clock.now() / 3_600_000);
        return `ks_test_${hex(String(hour), 24)}${parts.secrets.apiKey().slice(-24)}`;
      },
    },
  }),
});
