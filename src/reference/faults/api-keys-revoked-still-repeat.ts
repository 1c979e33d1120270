import { defineFault } from "../fault.ts";
import type { Principal } from "../call.ts";

export const fault = defineFault({
  title: "Looks for an idempotency key it knows before it looks whether the API key is revoked",
  breaks: "api-keys/revocation-is-immediate",
  wrap: (parts) => ({
    ...parts,
    authenticator: {
      ...parts.authenticator,
      application: async (call) => {
        const key = parts.keyRing.lookUp(parts.authenticator.bearer(call.headers) ?? "");
        if (key === undefined || call.operation !== "createSession")
          return parts.authenticator.application(call);
        const principal: Principal = {
          kind: "application",
          applicationId: key.applicationId,
          keyId: key.id,
        };
        const space = parts.idempotency.space({ ...call, principal, body: undefined });
        const [repeated = ""] = call.headers.all("idempotency-key");
        const isKnown = parts.idempotency.recall(`${space} ${repeated.toLowerCase()}`) !== undefined;
        return isKnown ? principal : parts.authenticator.application(call);
      },
    },
  }),
});
