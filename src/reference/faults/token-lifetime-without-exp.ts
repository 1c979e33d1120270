import { decodeJwt } from "jose";
import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Leaves exp out of its tokens and reckons their end from iat",
  breaks: "token-lifetime/is-a-jwt",
  wrap: (parts) => ({
    ...parts,
    tokens: {
      ...parts.tokens,
      claimsFor: (merchantId) => {
        const { exp: _, ...claims } = parts.tokens.claimsFor(merchantId);
        return claims;
      },
      rules: () => ({ ...parts.tokens.rules(), requiredClaims: ["sub", "iat"] }),
      verify: async (token) => {
        const claims = await parts.tokens.verify(token);
        if (claims === undefined) return undefined;
        const end = (decodeJwt(token).iat ?? 0) + parts.limits.tokenSeconds;
        return end * 1000 > parts.clock.now() ? claims : undefined;
      },
    },
  }),
});
