import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Allows five minutes of leeway, as one framework does unless told",
  breaks: "token-lifetime/rejects-expired-token",
  wrap: (parts) => ({
    ...parts,
    tokens: { ...parts.tokens, rules: () => ({ ...parts.tokens.rules(), clockTolerance: 300 }) },
  }),
});
