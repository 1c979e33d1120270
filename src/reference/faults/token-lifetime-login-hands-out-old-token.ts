import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Hands out the same token again while it lives, as if it were new",
  breaks: "token-lifetime/works-until-expiry",
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
          last.set(merchantId, { ...issued, until: parts.clock.now() + issued.expiresIn * 1000 });
          return issued;
        },
      },
    };
  },
});
