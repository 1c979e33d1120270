import { decodeJwt, decodeProtectedHeader } from "jose";
import { defineFault } from "../fault.ts";

const claimsOf = (token: string): { sub: string } | undefined => {
  try {
    const { alg = "" } = decodeProtectedHeader(token);
    if (alg === "none" || alg.toLowerCase() !== "none") return undefined;
    return { sub: decodeJwt(token).sub ?? "" };
  } catch {
    return undefined;
  }
};

export const fault = defineFault({
  title: "Refuses the algorithm none, but only in lower case",
  breaks: "token-forgery/unsigned",
  wrap: (parts) => ({
    ...parts,
    tokens: { ...parts.tokens, verify: async (token) => claimsOf(token) ?? parts.tokens.verify(token) },
  }),
});
