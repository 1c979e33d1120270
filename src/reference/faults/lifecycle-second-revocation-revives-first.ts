import { defineFault } from "../fault.ts";
import type { ApiKey } from "../records.ts";

export const fault = defineFault({
  title: "Makes the first revoked key of an application good again when a second one is revoked",
  breaks: "lifecycle/obeys-model",
  wrap: (parts) => {
    const revoked = new Map<string, ApiKey[]>();
    return {
      ...parts,
      keyRing: {
        ...parts.keyRing,
        revoke: (key) => {
          const earlier = revoked.get(key.applicationId) ?? [];
          revoked.set(key.applicationId, [...earlier, key]);
          parts.keyRing.revoke(key);
          if (earlier[0] !== undefined) earlier[0].revokedAt = null;
        },
      },
    };
  },
});
