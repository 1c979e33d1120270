import { decodeJwt } from "jose";
import { defineFault } from "../fault.ts";

const claimsOf = (token: string): { sub: string; jti: string } | undefined => {
  try {
    const { sub, jti } = decodeJwt(token);
    return sub === undefined || jti === undefined ? undefined : { sub, jti };
  } catch {
    return undefined;
  }
};

export const fault = defineFault({
  title: "Knows a good token by its jti, and takes who it is for from whatever bears that jti",
  breaks: "token-forgery/altered-claims",
  wrap: (parts) => {
    const signatures = new Map<string, string>();
    return {
      ...parts,
      tokens: {
        ...parts.tokens,
        verify: async (token) => {
          const claims = claimsOf(token);
          const signature = token.split(".")[2] ?? "";
          if (claims !== undefined && signatures.get(claims.jti) === signature) return { sub: claims.sub };
          const verified = await parts.tokens.verify(token);
          if (verified !== undefined && claims !== undefined) signatures.set(claims.jti, signature);
          return verified;
        },
      },
    };
  },
});
