import { createSecretKey } from "node:crypto";
import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Signs its tokens with a word that anybody would try",
  breaks: "token-forgery/guessable-secret",
  wrap: (parts) => {
    const word = createSecretKey("kadosei", "utf8");
    return { ...parts, tokens: { ...parts.tokens, secret: () => word } };
  },
});
