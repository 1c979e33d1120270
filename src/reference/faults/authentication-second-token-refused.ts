import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Recognises only the first token that a merchant was given",
  breaks: "authentication/accepts-issued-token",
  wrap: (parts) => {
    const first = new Map<string, string>();
    return {
      ...parts,
      tokens: {
        ...parts.tokens,
        issue: async (merchantId) => {
          const issued = await parts.tokens.issue(merchantId);
          if (!first.has(merchantId)) first.set(merchantId, issued.accessToken);
          return issued;
        },
        verify: async (token) => {
          const claims = await parts.tokens.verify(token);
          return claims !== undefined && first.get(claims.sub) === token ? claims : undefined;
        },
      },
    };
  },
});
