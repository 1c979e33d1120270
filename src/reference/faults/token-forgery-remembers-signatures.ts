import { decodeJwt } from "jose";
import { defineFault } from "../fault.ts";

const subjectOf = (token: string): string | undefined => {
  try {
    return decodeJwt(token).sub;
  } catch {
    return undefined;
  }
};

export const fault = defineFault({
  title: "Remembers a good token by its signature, and does not verify that signature again",
  breaks: "token-forgery/altered-claims",
  wrap: (parts) => {
    const good = new Set<string>();
    return {
      ...parts,
      tokens: {
        ...parts.tokens,
        verify: async (token) => {
          const signature = token.split(".")[2] ?? "";
          const sub = good.has(signature) ? subjectOf(token) : undefined;
          if (sub !== undefined) return { sub };
          const claims = await parts.tokens.verify(token);
          if (claims !== undefined) good.add(signature);
          return claims;
        },
      },
    };
  },
});
