import { defineFault } from "../fault.ts";
import type { ApiKey } from "../records.ts";

export const fault = defineFault({
  title: "Recognises API keys by their first 24 characters",
  breaks: "authentication/rejects-unknown-key",
  wrap: (parts) => {
    const issued = new Map<string, ApiKey>();
    return {
      ...parts,
      keyRing: {
        ...parts.keyRing,
        issue: (applicationId, description) => {
          const made = parts.keyRing.issue(applicationId, description);
          issued.set(made.fullKey, made.key);
          return made;
        },
        lookUp: (fullKey) => [...issued].find(([known]) => known.slice(0, 24) === fullKey.slice(0, 24))?.[1],
      },
    };
  },
});
