import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Says one hour, and issues tokens for a day",
  breaks: "token-lifetime/lasts-one-hour",
  wrap: (parts) => ({
    ...parts,
    tokens: {
      ...parts.tokens,
      claimsFor: (merchantId) => {
        const claims = parts.tokens.claimsFor(merchantId);
        return { ...claims, exp: (claims.iat ?? 0) + 24 * 3600 };
      },
    },
  }),
});
