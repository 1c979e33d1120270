import { decodeProtectedHeader } from "jose";
import { defineFault } from "../fault.ts";

const kidOf = (token: string): unknown => {
  try {
    return decodeProtectedHeader(token).kid;
  } catch {
    return undefined;
  }
};

export const fault = defineFault({
  title: "Hands a token's kid to a database that can't store a NUL",
  breaks: "token-forgery/hostile-kid",
  wrap: (parts) => ({
    ...parts,
    tokens: {
      ...parts.tokens,
      verify: async (token) => {
        if (String(kidOf(token)).includes("\0")) throw new Error("invalid byte sequence for encoding UTF8");
        return parts.tokens.verify(token);
      },
    },
  }),
});
