import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Looks at the first three parts of a token, however many there are",
  breaks: "token-forgery/garbage",
  wrap: (parts) => ({
    ...parts,
    tokens: {
      ...parts.tokens,
      verify: (token) => parts.tokens.verify(token.split(".").slice(0, 3).join(".")),
    },
  }),
});
