import { decodeJwt, decodeProtectedHeader } from "jose";
import { defineFault } from "../fault.ts";

const isUnknown = (token: string): boolean => {
  try {
    return decodeProtectedHeader(token).alg === "RS512";
  } catch {
    return false;
  }
};

export const fault = defineFault({
  title: "Has no verifier for RS512, and takes such tokens as they are",
  breaks: "token-forgery/another-algorithm",
  wrap: (parts) => ({
    ...parts,
    tokens: {
      ...parts.tokens,
      verify: async (token) =>
        isUnknown(token) ? { sub: decodeJwt(token).sub ?? "" } : parts.tokens.verify(token),
    },
  }),
});
