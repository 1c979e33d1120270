import { defineFault } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Answers a revoked key with 403",
  breaks: "api-keys/revocation-is-immediate",
  wrap: (parts) => ({
    ...parts,
    authenticator: {
      ...parts.authenticator,
      application: async (call) => {
        const key = parts.keyRing.lookUp(parts.authenticator.bearer(call.headers) ?? "");
        if (key !== undefined && !parts.keyRing.isLive(key)) throw new Refusal(403, "The key was revoked");
        return parts.authenticator.application(call);
      },
    },
  }),
});
