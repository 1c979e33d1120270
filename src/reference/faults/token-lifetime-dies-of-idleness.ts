import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Ends a token that was not used for a quarter of an hour",
  breaks: "token-lifetime/works-until-expiry",
  wrap: (parts) => {
    const lastUse = new Map<string, number>();
    return {
      ...parts,
      tokens: {
        ...parts.tokens,
        verify: async (token) => {
          const claims = await parts.tokens.verify(token);
          const now = parts.clock.now();
          if (claims === undefined || now - (lastUse.get(token) ?? now) > 900_000) return undefined;
          lastUse.set(token, now);
          return claims;
        },
      },
    };
  },
});
