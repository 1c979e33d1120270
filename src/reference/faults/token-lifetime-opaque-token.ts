import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Issues random text for a token and looks it up, without any expiry inside",
  breaks: "token-lifetime/is-a-jwt",
  wrap: (parts) => {
    const owners = new Map<string, { sub: string; until: number }>();
    return {
      ...parts,
      tokens: {
        ...parts.tokens,
        issue: async (merchantId) => {
          const expiresIn = parts.limits.tokenSeconds;
          const accessToken = parts.secrets.inviteToken();
          owners.set(accessToken, { sub: merchantId, until: parts.clock.now() + expiresIn * 1000 });
          return { accessToken, expiresIn };
        },
        verify: async (token) => {
          const owner = owners.get(token);
          return owner !== undefined && owner.until > parts.clock.now() ? { sub: owner.sub } : undefined;
        },
      },
    };
  },
});
