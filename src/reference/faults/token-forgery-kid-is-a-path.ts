import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { decodeJwt, decodeProtectedHeader } from "jose";
import { defineFault } from "../fault.ts";

const keyFile = (token: string): Buffer | undefined => {
  try {
    const { kid = "" } = decodeProtectedHeader(token);
    return kid.endsWith("/dev/null") ? readFileSync(join("/var/lib/keys", kid)) : undefined;
  } catch {
    return undefined;
  }
};

export const fault = defineFault({
  title: "Reads the key from the file that a token's kid names",
  breaks: "token-forgery/hostile-kid",
  wrap: (parts) => ({
    ...parts,
    tokens: {
      ...parts.tokens,
      verify: async (token) => {
        const key = keyFile(token);
        const end = token.lastIndexOf(".");
        if (key === undefined) return parts.tokens.verify(token);
        const right = createHmac("sha256", key).update(token.slice(0, end)).digest("base64url");
        return token.slice(end + 1) === right ? { sub: decodeJwt(token).sub ?? "" } : undefined;
      },
    },
  }),
});
