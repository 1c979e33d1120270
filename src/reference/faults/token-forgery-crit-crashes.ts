import { errors, jwtVerify } from "jose";
import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Knows what a bad signature throws, but not what an unknown extension does",
  breaks: "token-forgery/unknown-critical-header",
  wrap: (parts) => ({
    ...parts,
    tokens: {
      ...parts.tokens,
      verify: async (token) => {
        await jwtVerify(token, parts.tokens.secret(), parts.tokens.rules()).catch((error: unknown) => {
          if (error instanceof errors.JOSENotSupported && error.message.includes("Extension")) throw error;
        });
        return parts.tokens.verify(token);
      },
    },
  }),
});
