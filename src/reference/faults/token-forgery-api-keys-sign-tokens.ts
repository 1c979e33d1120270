import { createHmac } from "node:crypto";
import { decodeJwt } from "jose";
import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Accepts tokens that a customer signed with an API key",
  breaks: "token-forgery/another-environment",
  wrap: (parts) => {
    const issued: string[] = [];
    const signs = (token: string) => (fullKey: string) => {
      const end = token.lastIndexOf(".");
      const right = createHmac("sha256", fullKey).update(token.slice(0, end)).digest("base64url");
      return token.slice(end + 1) === right;
    };
    return {
      ...parts,
      secrets: {
        ...parts.secrets,
        apiKey: () => {
          const fullKey = parts.secrets.apiKey();
          issued.push(fullKey);
          return fullKey;
        },
      },
      tokens: {
        ...parts.tokens,
        verify: async (token) =>
          (await parts.tokens.verify(token)) ??
          (issued.some(signs(token)) ? { sub: decodeJwt(token).sub ?? "" } : undefined),
      },
    };
  },
});
