import { decodeJwt } from "jose";
import { defineFault } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Answers an expired token with 403",
  breaks: "token-lifetime/rejects-expired-token",
  wrap: (parts) => ({
    ...parts,
    tokens: {
      ...parts.tokens,
      rules: () => ({ ...parts.tokens.rules(), clockTolerance: Number.MAX_SAFE_INTEGER }),
      verify: async (token) => {
        const claims = await parts.tokens.verify(token);
        if (claims !== undefined && (decodeJwt(token).exp ?? 0) * 1000 < parts.clock.now())
          throw new Refusal(403, "The token has expired");
        return claims;
      },
    },
  }),
});
