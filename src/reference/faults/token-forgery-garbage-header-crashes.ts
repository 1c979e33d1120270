import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Parses a token's header without expecting that it might be no JSON",
  breaks: "token-forgery/garbage",
  wrap: (parts) => ({
    ...parts,
    tokens: {
      ...parts.tokens,
      verify: async (token) => {
        const [header = "", , signature] = token.split(".");
        if (signature !== undefined) JSON.parse(Buffer.from(header, "base64url").toString());
        return parts.tokens.verify(token);
      },
    },
  }),
});
