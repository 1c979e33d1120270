import { UnsecuredJWT, decodeProtectedHeader } from "jose";
import { defineFault } from "../fault.ts";

const isUnsigned = (token: string): boolean => {
  try {
    return decodeProtectedHeader(token).alg === "none";
  } catch {
    return false;
  }
};

export const fault = defineFault({
  title: "Accepts tokens whose algorithm is none",
  breaks: "token-forgery/unsigned",
  wrap: (parts) => ({
    ...parts,
    tokens: {
      ...parts.tokens,
      verify: async (token) =>
        isUnsigned(token)
          ? { sub: UnsecuredJWT.decode(token).payload.sub ?? "" }
          : parts.tokens.verify(token),
    },
  }),
});
