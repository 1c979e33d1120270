import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Verifies the signature of a token and forgets its expiry",
  breaks: "token-lifetime/rejects-expired-token",
  wrap: (parts) => ({
    ...parts,
    tokens: {
      ...parts.tokens,
      rules: () => ({ ...parts.tokens.rules(), clockTolerance: Number.MAX_SAFE_INTEGER }),
    },
  }),
});
