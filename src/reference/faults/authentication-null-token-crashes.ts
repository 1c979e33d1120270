import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Crashes on the token of a client that had none: `Bearer null`",
  breaks: "authentication/rejects-malformed-authorization",
  wrap: (parts) => ({
    ...parts,
    authenticator: {
      ...parts.authenticator,
      bearer: (headers) => {
        const token = parts.authenticator.bearer(headers);
        if (token === "null") throw new TypeError("Cannot read properties of null");
        return token;
      },
    },
  }),
});
