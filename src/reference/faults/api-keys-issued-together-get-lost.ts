import { defineFault } from "../fault.ts";
import type { ApiKey } from "../records.ts";

export const fault = defineFault({
  title: "Loses a key when the next one is issued within the same three milliseconds",
  breaks: "api-keys/allows-several-keys",
  wrap: (parts) => {
    const last = new Map<string, ApiKey>();
    const lost = new Set<string>();
    return {
      ...parts,
      keyRing: {
        ...parts.keyRing,
        issue: (applicationId, description) => {
          const issued = parts.keyRing.issue(applicationId, description);
          const before = last.get(applicationId);
          if (before !== undefined && issued.key.createdAt - before.createdAt < 3) lost.add(before.id);
          last.set(applicationId, issued.key);
          return issued;
        },
        isLive: (key) => parts.keyRing.isLive(key) && !lost.has(key.id),
      },
    };
  },
});
