import { decodeJwt } from "jose";
import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Verifies a signature only where there is one",
  breaks: "token-forgery/stripped-signature",
  wrap: (parts) => ({
    ...parts,
    tokens: {
      ...parts.tokens,
      verify: async (token) =>
        /^ey[\w-]+\.ey[\w-]+\.$/.test(token)
          ? { sub: decodeJwt(token).sub ?? "" }
          : parts.tokens.verify(token),
    },
  }),
});
