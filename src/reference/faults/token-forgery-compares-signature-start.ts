import { createHmac } from "node:crypto";
import { decodeJwt } from "jose";
import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Compares only the first sixteen characters of a signature",
  breaks: "token-forgery/altered-signature",
  wrap: (parts) => ({
    ...parts,
    tokens: {
      ...parts.tokens,
      verify: async (token) => {
        const [header = "", claims = "", signature = ""] = token.split(".");
        const right = createHmac("sha256", parts.tokens.secret().export())
          .update(`${header}.${claims}`)
          .digest("base64url");
        if (signature.length < 16 || signature.slice(0, 16) !== right.slice(0, 16)) return undefined;
        return parts.tokens
          .verify(`${header}.${claims}.${right}`)
          .then((good) => good && { sub: decodeJwt(token).sub ?? "" });
      },
    },
  }),
});
