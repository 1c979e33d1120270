import { decodeJwt } from "jose";
import { defineFault } from "../fault.ts";
import { Refusal } from "../refusal.ts";

const beginOf = (token: string): number => {
  try {
    return Number(decodeJwt(token).nbf ?? 0);
  } catch {
    return 0;
  }
};

export const fault = defineFault({
  title: "Looks at nbf before the signature, and answers 403",
  breaks: "token-forgery/not-yet-valid",
  wrap: (parts) => ({
    ...parts,
    tokens: {
      ...parts.tokens,
      verify: async (token) => {
        if (beginOf(token) * 1000 > parts.clock.now()) throw new Refusal(403, "The token is not active yet");
        return parts.tokens.verify(token);
      },
    },
  }),
});
