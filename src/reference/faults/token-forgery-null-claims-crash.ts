import { defineFault } from "../fault.ts";

const claimsOf = (token: string): { sub?: unknown } => {
  try {
    return JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());
  } catch {
    return {};
  }
};

export const fault = defineFault({
  title: "Reads sub of claims that are null",
  breaks: "token-forgery/garbage",
  wrap: (parts) => ({
    ...parts,
    tokens: {
      ...parts.tokens,
      verify: async (token) => {
        const { sub } = claimsOf(token);
        return sub === "" ? undefined : parts.tokens.verify(token);
      },
    },
  }),
});
