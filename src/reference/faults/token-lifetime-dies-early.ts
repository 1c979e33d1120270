import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes five minutes of leeway off a token's life instead of adding them",
  breaks: "token-lifetime/works-until-expiry",
  wrap: (parts) => ({
    ...parts,
    tokens: {
      ...parts.tokens,
      rules: () => ({ ...parts.tokens.rules(), currentDate: new Date(parts.clock.now() + 300_000) }),
    },
  }),
});
