import { defineFault } from "../fault.ts";
import type { ApiKey } from "../records.ts";

export const fault = defineFault({
  title: "Takes an API key with anything behind it",
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
        lookUp: (fullKey) => [...issued].find(([known]) => fullKey.startsWith(known))?.[1],
      },
    };
  },
});
