import { jwtVerify } from "jose";
import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Still accepts tokens under the secret that its configuration came with",
  breaks: "token-forgery/guessable-secret",
  wrap: (parts) => ({
    ...parts,
    tokens: {
      ...parts.tokens,
      verify: async (token) => {
        const secret = new TextEncoder().encode("changeme");
        const shipped = await jwtVerify(token, secret, parts.tokens.rules()).catch(() => undefined);
        return shipped === undefined ? parts.tokens.verify(token) : { sub: shipped.payload.sub ?? "" };
      },
    },
  }),
});
