import { decodeJwt, decodeProtectedHeader } from "jose";
import { defineFault } from "../fault.ts";

const isBlank = (token: string): boolean => {
  try {
    const signature = Buffer.from(token.split(".")[2] ?? "", "base64url");
    return (
      decodeProtectedHeader(token).alg === "ES256" && signature.length === 64 && !signature.some(Boolean)
    );
  } catch {
    return false;
  }
};

export const fault = defineFault({
  title: "Takes an ECDSA signature of two zeros for a good one",
  breaks: "token-forgery/blank-ecdsa-signature",
  wrap: (parts) => ({
    ...parts,
    tokens: {
      ...parts.tokens,
      verify: async (token) =>
        isBlank(token) ? { sub: decodeJwt(token).sub ?? "" } : parts.tokens.verify(token),
    },
  }),
});
