import { decodeJwt, decodeProtectedHeader } from "jose";
import { defineFault } from "../fault.ts";

const isEmpty = (token: string): boolean => {
  try {
    return token.endsWith(".") && decodeProtectedHeader(token).alg === "ES384";
  } catch {
    return false;
  }
};

export const fault = defineFault({
  title: "Compares as many bytes of an ES384 signature as there are",
  breaks: "token-forgery/another-algorithm",
  wrap: (parts) => ({
    ...parts,
    tokens: {
      ...parts.tokens,
      verify: async (token) =>
        isEmpty(token) ? { sub: decodeJwt(token).sub ?? "" } : parts.tokens.verify(token),
    },
  }),
});
