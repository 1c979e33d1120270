import { ok } from "../call.ts";
import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Revokes a revoked key once more",
  breaks: "api-keys/revoking-twice",
  wrap: (parts) => {
    const revoked = new Set<string>();
    return replaceOperation(parts, "revokeApiKey", async (call, next) => {
      const path = call.path.toLowerCase();
      if (revoked.has(path)) return ok({});
      const answer = await next(call);
      revoked.add(path);
      return answer;
    });
  },
});
