import { defineFault, replaceOperation } from "../fault.ts";
import type { ApiKey } from "../records.ts";

export const fault = defineFault({
  title: "Makes all revoked keys of an application good again when it is enabled",
  breaks: "lifecycle/obeys-full-model",
  wrap: (parts) => {
    const revoked: ApiKey[] = [];
    const enabling = replaceOperation(parts, "setApplicationStatus", async (call, next) => {
      const { id } = parts.access.application(call);
      for (const key of revoked) if (key.applicationId === id) key.revokedAt = null;
      return next(call);
    });
    return {
      ...enabling,
      keyRing: {
        ...parts.keyRing,
        revoke: (key) => {
          revoked.push(key);
          parts.keyRing.revoke(key);
        },
      },
    };
  },
});
