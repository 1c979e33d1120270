import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes a token whatever the scheme",
  breaks: "authentication/rejects-malformed-authorization",
  wrap: (parts) => ({
    ...parts,
    authenticator: {
      ...parts.authenticator,
      bearer: (headers) => /^\w+ +(\S+)$/.exec(headers.get("authorization") ?? "")?.[1],
    },
  }),
});
