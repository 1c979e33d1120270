import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Remembers tokens that were good, and does not ask again for two hours",
  breaks: "token-lifetime/rejects-expired-token",
  wrap: (parts) => {
    const known = new Map<string, { sub: string; until: number }>();
    return {
      ...parts,
      tokens: {
        ...parts.tokens,
        verify: async (token) => {
          const remembered = known.get(token);
          if (remembered !== undefined && remembered.until > parts.clock.now()) return remembered;
          const claims = await parts.tokens.verify(token);
          if (claims !== undefined) known.set(token, { ...claims, until: parts.clock.now() + 7_200_000 });
          return claims;
        },
      },
    };
  },
});
