import { createHmac } from "node:crypto";
import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Compares a signature only as far as the sent one goes",
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
        const starts = signature !== "" && right.startsWith(signature.slice(0, -1));
        return parts.tokens.verify(starts ? `${header}.${claims}.${right}` : token);
      },
    },
  }),
});
