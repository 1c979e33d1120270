import { defineFault, replaceOperation } from "../fault.ts";
import type { Candidate } from "../authenticator.ts";
import type { Principal } from "../call.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Deactivates a provider for an API key, and only then refuses it",
  breaks: "authentication/api-key-does-not-manage",
  wrap: (parts) => {
    const merchantOf = (call: Candidate): string | undefined => {
      const key = parts.keyRing.find(parts.authenticator.bearer(call.headers) ?? "");
      return key === undefined ? undefined : parts.applications.find(key.applicationId)?.merchantId;
    };
    const late = replaceOperation(parts, "deactivateProvider", async (call, next) => {
      const answer = await next(call);
      if (merchantOf(call) !== undefined) throw new Refusal(403, "An API key cannot do this");
      return answer;
    });
    const merchant = async (call: Candidate): Promise<Principal> => {
      const merchantId = call.operation === "deactivateProvider" ? merchantOf(call) : undefined;
      return merchantId === undefined ? parts.authenticator.merchant(call) : { kind: "merchant", merchantId };
    };
    return { ...late, authenticator: { ...parts.authenticator, merchant } };
  },
});
