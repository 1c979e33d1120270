import { defineFault } from "../fault.ts";
import type { ApiKey } from "../records.ts";

export const fault = defineFault({
  title: "Takes the start of an API key for the whole of it",
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
        lookUp: (fullKey) => [...issued].find(([known]) => known.startsWith(fullKey))?.[1],
      },
    };
  },
});
