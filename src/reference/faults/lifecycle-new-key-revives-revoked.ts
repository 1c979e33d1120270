import { defineFault } from "../fault.ts";
import type { ApiKey } from "../records.ts";

export const fault = defineFault({
  title: "Makes the key that was revoked last good again when a new one is issued",
  breaks: "lifecycle/obeys-model",
  wrap: (parts) => {
    const revoked = new Map<string, ApiKey>();
    return {
      ...parts,
      keyRing: {
        ...parts.keyRing,
        revoke: (key) => {
          revoked.set(key.applicationId, key);
          parts.keyRing.revoke(key);
        },
        issue: (applicationId, description) => {
          const last = revoked.get(applicationId);
          if (last !== undefined) last.revokedAt = null;
          return parts.keyRing.issue(applicationId, description);
        },
      },
    };
  },
});
