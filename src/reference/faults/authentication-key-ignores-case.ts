import { defineFault } from "../fault.ts";
import type { ApiKey } from "../records.ts";

export const fault = defineFault({
  title: "Compares API keys without regard to case, as many a database does",
  breaks: "authentication/rejects-unknown-key",
  wrap: (parts) => {
    const issued = new Map<string, ApiKey>();
    return {
      ...parts,
      keyRing: {
        ...parts.keyRing,
        issue: (applicationId, description) => {
          const made = parts.keyRing.issue(applicationId, description);
          issued.set(made.fullKey.toLowerCase(), made.key);
          return made;
        },
        lookUp: (fullKey) => issued.get(fullKey.toLowerCase()),
      },
    };
  },
});
