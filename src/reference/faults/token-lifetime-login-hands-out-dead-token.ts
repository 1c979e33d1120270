import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Keeps the first token of a merchant in a cache that forgets nothing for a day",
  breaks: "token-lifetime/new-login-after-expiry",
  wrap: (parts) => {
    const last = new Map<string, { accessToken: string; expiresIn: number; until: number }>();
    return {
      ...parts,
      tokens: {
        ...parts.tokens,
        issue: async (merchantId) => {
          const known = last.get(merchantId);
          if (known !== undefined && known.until > parts.clock.now()) return known;
          const issued = await parts.tokens.issue(merchantId);
          last.set(merchantId, { ...issued, until: parts.clock.now() + 86_400_000 });
          return issued;
        },
      },
    };
  },
});
