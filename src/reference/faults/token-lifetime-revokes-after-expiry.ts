import { jwtVerify } from "jose";
import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Lets an expired token go on revoking API keys",
  breaks: "token-lifetime/each-operation",
  wrap: (parts) => ({
    ...parts,
    authenticator: {
      ...parts.authenticator,
      merchant: async (call) => {
        const token = parts.authenticator.bearer(call.headers);
        if (call.operation !== "revokeApiKey" || token === undefined)
          return parts.authenticator.merchant(call);
        const rules = { ...parts.tokens.rules(), clockTolerance: Number.MAX_SAFE_INTEGER };
        const verified = await jwtVerify(token, parts.tokens.secret(), rules).catch(() => undefined);
        if (verified === undefined) return parts.authenticator.merchant(call);
        return { kind: "merchant", merchantId: String(verified.payload.sub) };
      },
    },
  }),
});
