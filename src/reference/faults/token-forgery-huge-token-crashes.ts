import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Looks tokens up in a column of 4096 characters, and fails on longer ones",
  breaks: "token-forgery/garbage",
  wrap: (parts) => ({
    ...parts,
    tokens: {
      ...parts.tokens,
      verify: async (token) => {
        if (token.length > 4096) throw new Error("value too long for type character varying(4096)");
        return parts.tokens.verify(token);
      },
    },
  }),
});
