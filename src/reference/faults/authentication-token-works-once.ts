import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes every token once only",
  breaks: "authentication/accepts-issued-token",
  wrap: (parts) => {
    const spent = new Set<string>();
    return {
      ...parts,
      tokens: {
        ...parts.tokens,
        verify: async (token) => {
          if (spent.has(token)) return undefined;
          spent.add(token);
          return parts.tokens.verify(token);
        },
      },
    };
  },
});
