import { decodeJwt } from "jose";
import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Prolongs a token by another quarter of an hour whenever it is used near its end",
  breaks: "token-lifetime/rejects-expired-token",
  wrap: (parts) => {
    const prolonged = new Map<string, { sub: string; until: number }>();
    const margin = 900_000;
    return {
      ...parts,
      tokens: {
        ...parts.tokens,
        verify: async (token) => {
          const now = parts.clock.now();
          const extra = prolonged.get(token);
          if (extra !== undefined && extra.until > now) return extra;
          const claims = await parts.tokens.verify(token);
          if (claims !== undefined && now > (decodeJwt(token).exp ?? 0) * 1000 - margin)
            prolonged.set(token, { ...claims, until: now + margin });
          return claims;
        },
      },
    };
  },
});
