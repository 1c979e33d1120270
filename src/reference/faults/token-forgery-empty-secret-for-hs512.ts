import { createHmac } from "node:crypto";
import { decodeJwt, decodeProtectedHeader } from "jose";
import { defineFault } from "../fault.ts";

const isUnderNoSecret = (token: string): boolean => {
  try {
    if (decodeProtectedHeader(token).alg !== "HS512") return false;
  } catch {
    return false;
  }
  const end = token.lastIndexOf(".");
  const right = createHmac("sha512", "").update(token.slice(0, end)).digest("base64url");
  return token.slice(end + 1) === right;
};

export const fault = defineFault({
  title: "Verifies HS512 with a secret that nobody has set",
  breaks: "token-forgery/guessable-secret",
  wrap: (parts) => ({
    ...parts,
    tokens: {
      ...parts.tokens,
      verify: async (token) =>
        isUnderNoSecret(token) ? { sub: decodeJwt(token).sub ?? "" } : parts.tokens.verify(token),
    },
  }),
});
