import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes the first of two tokens",
  breaks: "authentication/rejects-malformed-authorization",
  wrap: (parts) => ({
    ...parts,
    authenticator: {
      ...parts.authenticator,
      bearer: (headers) => /^bearer +([^\s,]+)/i.exec(headers.get("authorization") ?? "")?.[1],
    },
  }),
});
