import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Stumbles over braces in a token",
  breaks: "token-forgery/json-serialisation",
  wrap: (parts) => ({
    ...parts,
    authenticator: {
      ...parts.authenticator,
      bearer: (headers) => {
        const sent = headers.get("authorization") ?? "";
        if (sent.includes("{") && sent.includes("signatures"))
          throw new TypeError("signatures is not iterable");
        return parts.authenticator.bearer(headers);
      },
    },
  }),
});
