import { defineFault, replaceOperation } from "../fault.ts";
import type { ApiKey } from "../records.ts";

export const fault = defineFault({
  title: "Enables all keys of an application with it, revoked ones too",
  breaks: "api-keys/revocation-is-for-good",
  wrap: (parts) => {
    const revoked = new Set<ApiKey>();
    const keyRing = {
      ...parts.keyRing,
      revoke: (key: ApiKey) => {
        revoked.add(key);
        parts.keyRing.revoke(key);
      },
    };
    return replaceOperation({ ...parts, keyRing }, "setApplicationStatus", async (call, next) => {
      const answer = await next(call);
      for (const key of revoked)
        if (
          key.applicationId === call.params["applicationId"] &&
          parts.applications.find(key.applicationId)?.isEnabled === true
        )
          key.revokedAt = null;
      return answer;
    });
  },
});
